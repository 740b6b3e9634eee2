import { expect } from '@open-wc/testing';
import { describeAccessible } from './axe.js';
import { choose, clear, named, press, stage } from './stage.js';

describe('ask-well is accessible', function patient() {
  this.timeout(30_000);
  afterEach(clear);

  it('from the question to the thanks', async () => {
    const shown = await stage({ product: 'Acme' });
    await expect(shown.element).to.be.accessible();
    await choose(shown, 9);
    await expect(shown.element).to.be.accessible();
    await press(shown, 'Send');
    await expect(shown.element).to.be.accessible();
  });

  it('names every control', async () => {
    const shown = await stage({ product: 'Acme', contact: true });
    await choose(shown, 8);
    named<HTMLInputElement>(shown.root, 'May we contact you about this?').click();
    await shown.element.updateComplete;
    for (const name of [
      'Send',
      'Close',
      "Don't ask me again",
      'E-mail address',
      'What is the primary reason for your score? optional',
    ]) {
      named(shown.root, name);
    }
  });
});

describeAccessible(['corner', 'bar']);
