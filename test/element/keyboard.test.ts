import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { clear, stage, until, type Stage } from './stage.js';

const press = (...keys: string[]): Promise<void> =>
  keys.reduce(
    (before, key) => before.then(() => sendKeys(key === ' ' ? { type: ' ' } : { press: key })),
    Promise.resolve(),
  );

const where = ({ root }: Stage): string | null | undefined => {
  const at = root.activeElement as HTMLInputElement | null;
  return (
    at &&
    (at.type === 'radio'
      ? `score ${at.value}`
      : (at.getAttribute('aria-label') ?? at.textContent.trim()) || at.localName)
  );
};
const checked = ({ root }: Stage): string | undefined =>
  root.querySelector<HTMLInputElement>('[name=score]:checked')?.value;

describe('the keyboard', () => {
  afterEach(clear);

  it('moves along the scale with the arrows and records where it is', async () => {
    const shown = await stage();
    const radios = shown.root.querySelectorAll<HTMLInputElement>('[name=score]');
    radios[0]!.focus();
    expect(checked(shown)).to.equal(undefined);
    await press(' ');
    expect(checked(shown)).to.equal('0');
    await press('ArrowRight', 'ArrowRight', 'ArrowDown', 'ArrowLeft');
    expect(checked(shown)).to.equal('2');
    expect(where(shown)).to.equal('score 2');
    expect(shown.ask.calls.filter((call) => call !== 'shown()')).to.deep.equal([
      'score(0)',
      'score(1)',
      'score(2)',
      'score(3)',
      'score(2)',
    ]);
  });

  it('answers from end to end: choose, write, send, close', async () => {
    const shown = await stage();
    shown.root.querySelector<HTMLInputElement>('[name=score]')!.focus();
    await press('ArrowRight');
    await shown.element.updateComplete;
    await press('Tab');
    await sendKeys({ type: 'Fine.' });
    await press('Tab', 'Tab', 'Enter');
    await until('thanks', () => shown.root.querySelector('.said'));
    await press('Tab', 'Enter');
    await until('gone', () => !shown.element.open);
    expect(shown.ask.calls.filter((call) => call !== 'shown()')).to.deep.equal([
      'score(1)',
      'comment("F")',
      'comment("Fi")',
      'comment("Fin")',
      'comment("Fine")',
      'comment("Fine.")',
      'submit()',
    ]);
  });

  it('meets the question first, then the ways out, then the cross', async () => {
    const shown = await stage();
    shown.root.querySelector<HTMLInputElement>('[name=score]')!.focus();
    const met = [where(shown)];
    for (let step = 0; step < 3; step++) {
      await press('Tab');
      met.push(where(shown));
    }
    expect(met).to.deep.equal(['score 0', 'Ask me later', "Don't ask me again", 'Close']);
  });

  it('is no trap: Tab leaves the panel', async () => {
    const shown = await stage();
    const after = document.body.appendChild(document.createElement('button'));
    shown.root.querySelector<HTMLButtonElement>('.close')!.focus();
    await press('Tab');
    expect(where(shown)).to.equal(null);
    after.remove();
  });

  it('sets off no shortcut of the host while the focus is inside', async () => {
    const shown = await stage();
    const heard: string[] = [];
    const hear = (event: KeyboardEvent): void => void heard.push(`${event.type} ${event.key}`);
    const kinds = ['keydown', 'keypress', 'keyup'] as const;
    for (const kind of kinds) document.addEventListener(kind, hear);
    shown.root.querySelector<HTMLInputElement>('[name=score]')!.focus();
    await press('1', '0', 'k', '?', 'ArrowRight');
    await shown.element.updateComplete;
    shown.root.querySelector('textarea')!.focus();
    await sendKeys({ type: 'gg' });
    await press('Escape');
    expect(heard.filter((key) => !/Escape/.test(key) || /keydown/.test(key))).to.deep.equal([]);
    for (const kind of kinds) document.removeEventListener(kind, hear);
  });

  it('tells the host nothing of what is typed by input events', async () => {
    const shown = await stage();
    const heard: string[] = [];
    document.addEventListener('input', () => heard.push('input'), { once: true });
    shown.root.querySelector<HTMLInputElement>('[name=score]')!.focus();
    await press('ArrowRight');
    await shown.element.updateComplete;
    shown.root.querySelector('textarea')!.focus();
    await sendKeys({ type: 'x' });
    expect(heard).to.deep.equal([]);
  });

  it('leaves Escape to the composition of Japanese or Chinese', async () => {
    const shown = await stage();
    shown.root
      .querySelector('input')!
      .dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', isComposing: true, bubbles: true, composed: true }));
    expect(shown.ask.calls.join()).to.not.contain('dismiss');
  });
});
