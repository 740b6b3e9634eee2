import { expect } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { choose, clear, named, painted, press, stage, still, until, type Stage } from './stage.js';

const said = ({ ask }: Stage): string[] => ask.calls.filter((call) => call !== 'shown()');
const isGone = async ({ root, element }: Stage): Promise<boolean> => {
  await element.updateComplete;
  return !root.querySelector('.panel') && !element.open;
};

describe('leaving', () => {
  afterEach(() => {
    clear();
    document.body.replaceChildren();
  });

  const ways: [name: string, call: string][] = [
    ['Ask me later', 'snooze()'],
    ["Don't ask me again", 'optOut()'],
  ];
  for (const [name, call] of ways) {
    it(`“${name}” ends it and takes the panel away`, async () => {
      const shown = await stage();
      await press(shown, name);
      expect(said(shown)).to.deep.equal([call]);
      expect(await isGone(shown)).to.equal(true);
    });

    it(`“${name}” leaves it when the host cancels`, async () => {
      const shown = await stage({}, { stays: true });
      await press(shown, name);
      expect(await isGone(shown)).to.equal(false);
      named(shown.root, name);
    });
  }

  it('“Don’t ask me again” is there before and after the score', async () => {
    const shown = await stage();
    named(shown.root, "Don't ask me again");
    await choose(shown, 3);
    await press(shown, "Don't ask me again");
    expect(said(shown)).to.deep.equal(['score(3)', 'optOut()']);
  });

  it('“Close” ends it and offers to undo', async () => {
    const shown = await stage();
    await press(shown, 'Close');
    expect(said(shown)).to.deep.equal(['dismiss("close")']);
    expect(shown.root.querySelector('fieldset')).to.equal(null);
    await press(shown, 'Undo');
    expect(said(shown)).to.deep.equal(['dismiss("close")', 'reopen()']);
    expect(shown.root.querySelectorAll('[type=radio]')).to.have.length(11);
  });

  it('“Close” leaves it when the host cancels', async () => {
    const shown = await stage({}, { stays: true });
    await press(shown, 'Close');
    expect(shown.root.querySelectorAll('[type=radio]')).to.have.length(11);
  });

  it('undo brings back what was chosen and typed', async () => {
    const shown = await stage({ reasons: ['Price'] });
    await choose(shown, 4);
    await press(shown, 'Price');
    const comment = shown.root.querySelector('textarea')!;
    comment.value = 'Half a sentence';
    comment.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await press(shown, 'Close');
    await press(shown, 'Undo');
    expect(shown.root.querySelector('textarea')!.value).to.equal('Half a sentence');
    expect([...shown.root.querySelectorAll<HTMLInputElement>('input:checked')].map(({ value }) => value)).to.deep.equal(
      ['4', 'Price'],
    );
  });

  it('the offer to undo goes with the next thing done on the page, and not with time', async () => {
    const shown = await stage();
    await press(shown, 'Close');
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab', bubbles: true }));
    await painted();
    expect(await isGone(shown)).to.equal(false);
    document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    expect(await isGone(shown)).to.equal(true);
  });

  it('what is done inside the panel does not count as done on the page', async () => {
    const shown = await stage();
    await press(shown, 'Close');
    shown.root
      .querySelector('.panel')!
      .dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
    expect(await isGone(shown)).to.equal(false);
  });

  it('a click elsewhere does not close the question', async () => {
    const shown = await stage();
    document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    // A real one too, by which some popovers would be dismissed.
    await sendMouse({ type: 'click', position: [5, 5] });
    await painted();
    expect(await isGone(shown)).to.equal(false);
    expect(shown.root.querySelector('.panel')!.matches(':popover-open')).to.equal(true);
    expect(said(shown)).to.deep.equal([]);
  });

  it('thanks go with the next click elsewhere, and stay while they carry a link', async () => {
    for (const link of [undefined, { href: 'https://example.com/', text: 'Read on' }]) {
      const shown = await stage({ thanks: { ...(link && { link }) } });
      await choose(shown, 8);
      await press(shown, 'Send');
      await until('thanks', () => shown.root.querySelector('.said'));
      document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
      expect(await isGone(shown)).to.equal(!link);
      if (link) {
        await press(shown, 'Close');
        expect(await isGone(shown)).to.equal(true);
        expect(said(shown).at(-1)).to.equal('submit()');
      }
      clear();
    }
  });

  it('Escape closes from inside', async () => {
    const shown = await stage();
    shown.root.querySelector('input')!.focus();
    await sendKeys({ press: 'Escape' });
    expect(said(shown)).to.deep.equal(['dismiss("escape")']);
    await until('undo', () => shown.root.querySelector('[part~=undo]'));
  });

  it('Escape closes from outside only while nothing else has the focus and nobody else wants the key', async () => {
    const shown = await stage();
    const field = document.body.appendChild(document.createElement('input'));
    field.focus();
    await sendKeys({ press: 'Escape' });
    expect(said(shown)).to.deep.equal([]);
    field.blur();
    const mine = (event: Event): void => event.preventDefault();
    document.body.addEventListener('keydown', mine);
    await sendKeys({ press: 'Escape' });
    expect(said(shown)).to.deep.equal([]);
    document.body.removeEventListener('keydown', mine);
    await sendKeys({ press: 'Escape' });
    expect(said(shown)).to.deep.equal(['dismiss("escape")']);
  });

  it('Escape from outside leaves an inline question where it is', async () => {
    const shown = await stage({ layout: 'inline' });
    await sendKeys({ press: 'Escape' });
    expect(said(shown)).to.deep.equal([]);
  });

  it('Escape closes a modal question, and the page is free again', async () => {
    const shown = await stage({ layout: 'modal' });
    expect(shown.root.querySelector('dialog:modal')).to.not.equal(null);
    await sendKeys({ press: 'Escape' });
    await until('closed', () => said(shown).length);
    expect(said(shown)).to.deep.equal(['dismiss("escape")']);
    await shown.element.updateComplete;
    expect(shown.root.querySelector('dialog')).to.equal(null);
  });

  it('so does a way to close that is no key, such as the gesture for going back on a telephone', async () => {
    const shown = await stage({ layout: 'modal' });
    const cancel = new Event('cancel', { cancelable: true });
    shown.root.querySelector('dialog')!.dispatchEvent(cancel);
    expect(cancel.defaultPrevented).to.equal(true);
    expect(said(shown)).to.deep.equal(['dismiss("escape")']);
  });

  it('a modal question stays when the host cancels', async () => {
    const shown = await stage({ layout: 'modal' }, { stays: true });
    await sendKeys({ press: 'Escape' });
    await sendKeys({ press: 'Escape' });
    await painted();
    expect(shown.root.querySelector('dialog:modal')).to.not.equal(null);
  });

  it('goes at once when the ask ends elsewhere', async () => {
    const shown = await stage();
    shown.ask.abort();
    expect(shown.element.open).to.equal(false);
    await shown.element.updateComplete;
    expect(await isGone(shown)).to.equal(true);
    expect(said(shown)).to.deep.equal([]);
  });

  describe('the focus', () => {
    it('is not taken when the question comes', async () => {
      const field = document.body.appendChild(document.createElement('input'));
      field.focus();
      for (const layout of ['corner', 'bar', 'inline'] as const) {
        const shown = await stage({ layout });
        await until('seen', () => shown.ask.seen);
        expect(document.activeElement === field, layout).to.equal(true);
        shown.element.remove();
      }
    });

    it('does not move when the comment opens', async () => {
      const shown = await stage();
      const radio = shown.root.querySelectorAll<HTMLInputElement>('[type=radio]')[7]!;
      radio.focus();
      await choose(shown, 7);
      expect(shown.root.activeElement === radio).to.equal(true);
    });

    it('goes back to where it came from when it was inside', async () => {
      for (const layout of ['corner', 'modal'] as const) {
        const field = document.body.appendChild(document.createElement('input'));
        field.focus();
        const shown = await stage({ layout });
        shown.root.querySelector('input')!.focus();
        await press(shown, 'Close');
        expect(document.activeElement === field, layout).to.equal(true);
        shown.element.remove();
        field.remove();
      }
    });

    it('stays where it is when it was not inside', async () => {
      const shown = await stage();
      const field = document.body.appendChild(document.createElement('input'));
      field.focus();
      await press(shown, 'Ask me later');
      expect(document.activeElement === field).to.equal(true);
    });

    it('stays where it went in the meantime, though it had been inside', async () => {
      const [one, other] = [0, 1].map(() => document.body.appendChild(document.createElement('input')));
      one!.focus();
      const shown = await stage();
      shown.root.querySelector('input')!.focus();
      other!.focus();
      shown.ask.abort();
      expect(document.activeElement === other).to.equal(true);
    });

    it('stays in the panel when the button that had it is gone', async () => {
      const shown = await stage();
      await choose(shown, 8);
      named(shown.root, 'Send').focus();
      await sendKeys({ press: 'Enter' });
      await until('thanks', () => shown.root.querySelector('.said'));
      expect(shown.root.activeElement!.className).to.contain('panel');
    });

    it('is on the dialog, and on no score, when a modal question opens', async () => {
      const shown = await stage({ layout: 'modal' });
      expect(shown.root.activeElement!.localName).to.equal('dialog');
    });
  });

  it('a click with a real mouse on the cross closes', async () => {
    const shown = await stage();
    await still(shown);
    const { left, top, width, height } = named(shown.root, 'Close').getBoundingClientRect();
    await sendMouse({ type: 'click', position: [Math.round(left + width / 2), Math.round(top + height / 2)] });
    await until('closed', () => said(shown).includes('dismiss("close")'));
  });
});
