import { expect } from '@open-wc/testing';
import { faults } from './axe.js';
import { choose, clear, stage } from './stage.js';

describe('what looks for faults', function patient() {
  this.timeout(30_000);
  afterEach(clear);

  for (const [fault, css] of [
    ['target-size', '.actions { display: grid; gap: 0 } button { all: unset; font: 6px serif }'],
    ['color-contrast', 'legend { color: #bbb }'],
  ] as const) {
    it(`finds ${fault} when it is there`, async () => {
      const shown = await stage({ theme: 'light' });
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      shown.root.adoptedStyleSheets.push(sheet);
      expect((await faults(shown)).map((found) => found.split(':')[0])).to.include(fault);
    });
  }

  for (const [fault, selector, attribute] of [
    ['button-name', '.close', 'aria-label'],
    ['label', 'textarea', 'name'],
  ] as const) {
    it(`finds ${fault} when it is there`, async () => {
      const shown = await stage();
      await choose(shown, 3);
      const control = shown.root.querySelector(selector)!;
      control.removeAttribute(attribute);
      if (fault === 'label') control.closest('label')!.replaceWith(control);
      expect((await faults(shown)).map((found) => found.split(':')[0])).to.include(fault);
    });
  }
});
