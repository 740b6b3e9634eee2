import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { contrast, painted } from './colors.js';
import { choose, clear, panelOf, press, stage, statusOf, still, until, type Stage } from './stage.js';

/** What can have the focus in a panel, the panel itself included. */
const focusable = (shown: Stage): HTMLElement[] => [
  panelOf(shown),
  ...shown.root.querySelectorAll<HTMLElement>('button, a, textarea, input'),
];

/** What is drawn for a control: what is chosen by pressing a picture of it is itself not seen. */
const seenOf = (control: HTMLElement): Element =>
  getComputedStyle(control).opacity === '0' ? control.nextElementSibling! : control;

/** Whether an outline of so many pixels around a piece would be cut off by what it scrolls or opens in. */
function cut(piece: Element, around: number, panel: Element): boolean {
  const { left, right, top, bottom } = piece.getBoundingClientRect();
  for (let box = piece; box !== panel; box = box.parentElement!) {
    if (box === piece || getComputedStyle(box).overflow === 'visible') continue;
    const room = box.getBoundingClientRect();
    if (left - around < room.left - 0.5 || right + around > room.right + 0.5) return true;
    if (top - around < room.top - 0.5 || bottom + around > room.bottom + 0.5) return true;
  }
  return false;
}

/** Every control that has the focus by the keyboard and does not show it as it should. */
async function unseen(shown: Stage): Promise<string[]> {
  await still(shown);
  const surface = painted(getComputedStyle(panelOf(shown)).backgroundColor);
  const wrong: string[] = [];
  for (const control of focusable(shown)) {
    control.focus();
    const piece = seenOf(control);
    const { outlineStyle, outlineWidth, outlineOffset, outlineColor } = getComputedStyle(piece);
    const name = `${control.localName}.${control.className} ${control.getAttribute('name') ?? control.textContent}`;
    if (shown.root.activeElement !== control) wrong.push(`${name}: has no focus`);
    else if (outlineStyle !== 'solid' || outlineWidth !== '2px') wrong.push(`${name}: ${outlineStyle} ${outlineWidth}`);
    else if (contrast(painted(outlineColor), surface) < 3) wrong.push(`${name}: ${outlineColor}`);
    else if (cut(piece, 2 + Number.parseFloat(outlineOffset), panelOf(shown))) wrong.push(`${name}: is cut off`);
  }
  return wrong;
}

describe('the focus can be seen', function patient() {
  this.timeout(30_000);
  afterEach(() => {
    clear();
    document.documentElement.removeAttribute('style');
  });

  for (const theme of ['light', 'dark'] as const) {
    for (const layout of ['corner', 'bar', 'modal', 'inline'] as const) {
      it(`on every control of every state, ${layout}, ${theme}`, async () => {
        let tries = 0;
        const shown = await stage(
          {
            layout,
            theme,
            contact: true,
            reasons: ['Price'],
            thanks: { link: { href: 'https://example.com/', text: 'Read on' } },
          },
          { kept: async () => (tries++ ? 'durable' : 'memory') },
        );
        // Whoever uses the keyboard is shown where the focus is, also when it is moved for them.
        await sendKeys({ press: 'Tab' });
        expect(await unseen(shown), 'question').to.deep.equal([]);
        await choose(shown, 8);
        expect(await unseen(shown), 'chosen').to.deep.equal([]);
        await press(shown, 'May we contact you about this?');
        expect(await unseen(shown), 'everything').to.deep.equal([]);
        await press(shown, 'Close');
        await until('undo', () => shown.root.querySelector('[part~=undo]'));
        expect(await unseen(shown), 'closed').to.deep.equal([]);
        await press(shown, 'Undo');
        await press(shown, 'May we contact you about this?');
        await press(shown, 'Send');
        await until('unsent', () => statusOf(shown).includes('could not'));
        expect(await unseen(shown), 'unsent').to.deep.equal([]);
        await press(shown, 'Try again');
        await until('thanks', () => shown.root.querySelector('a'));
        expect(await unseen(shown), 'thanks').to.deep.equal([]);
      });
    }
  }

  it('in any brand colour', async () => {
    const shown = await stage({ theme: 'light', reasons: ['Price'] });
    await sendKeys({ press: 'Tab' });
    await choose(shown, 8);
    for (const brand of ['#ffff00', '#ffffff', '#00ff00', 'hotpink', '#010203']) {
      document.documentElement.style.setProperty('--askwell-accent', brand);
      expect(await unseen(shown), brand).to.deep.equal([]);
    }
  });
});
