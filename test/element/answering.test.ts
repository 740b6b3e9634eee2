import { expect } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import type { Kept } from '../../src/asking/ask.js';
import { choose, clear, commentOf, fill, named, painted, press, stage, statusOf, still, until } from './stage.js';

/** A real click, which the browser trusts. */
async function click(target: Element): Promise<void> {
  await still({ root: target.getRootNode() as ShadowRoot });
  const { left, top, width, height } = target.getBoundingClientRect();
  await sendMouse({ type: 'click', position: [Math.round(left + width / 2), Math.round(top + height / 2)] });
}

describe('answering', () => {
  afterEach(clear);

  it('says once that the question is seen, and what was seen', async () => {
    const shown = await stage({ product: 'Acme', layout: 'bar' });
    await until('seen', () => shown.ask.seen);
    expect(shown.ask.seen).to.deep.equal({
      question: 'How likely is it that you would recommend Acme to a friend or colleague?',
      followUp: 'What is the primary reason for your score?',
      locale: 'en',
      dir: 'ltr',
      layout: 'bar',
    });
    await choose(shown, 3);
    await painted();
    expect(shown.ask.calls).to.deep.equal(['shown()', 'score(3)']);
  });

  it('says nothing while the question is below the fold', async () => {
    const above = document.body.appendChild(document.createElement('div'));
    above.style.blockSize = '300vh';
    const shown = await stage({ layout: 'inline' });
    await painted();
    expect(shown.ask.calls).to.deep.equal([]);
    above.remove();
    await until('seen', () => shown.ask.seen);
  });

  it('has nothing selected beforehand', async () => {
    const { root } = await stage();
    expect(root.querySelectorAll('input:checked')).to.have.length(0);
    expect(root.querySelectorAll('input[type=radio]')).to.have.length(11);
  });

  for (const score of [0, 5, 10]) {
    it(`records ${score} when it is chosen, and opens the comment`, async () => {
      const shown = await stage();
      expect(commentOf(shown)).to.equal(null);
      await choose(shown, score);
      expect(shown.ask.calls).to.include(`score(${score})`);
      expect(commentOf(shown)).to.not.equal(null);
    });
  }

  it('lets the mind change until it is sent, and keeps what was typed', async () => {
    const shown = await stage();
    await choose(shown, 9);
    await fill(shown, commentOf(shown)!, 'It is quick.');
    await choose(shown, 2);
    expect(commentOf(shown)!.value).to.equal('It is quick.');
    await press(shown, 'Send');
    expect(shown.ask.calls.filter((call) => call !== 'shown()')).to.deep.equal([
      'score(9)',
      'comment("It is quick.")',
      'score(2)',
      'submit()',
    ]);
  });

  it('thanks only when the answer is safe, and says so once', async () => {
    let keep!: (kept: Kept) => void;
    const shown = await stage(
      {},
      {
        kept: () =>
          new Promise((resolve) => {
            keep = resolve;
          }),
      },
    );
    await choose(shown, 7);
    await until('announced', () => shown.ask.seen);
    const region = shown.root.querySelector('[role=status]')!;
    await press(shown, 'Send');
    await painted();
    expect(statusOf(shown)).to.not.contain('Thank you');
    const said: string[] = [];
    const observer = new MutationObserver(() => said.push(statusOf(shown)));
    observer.observe(region, { childList: true, characterData: true, subtree: true });
    keep('durable');
    await until('thanks', () => statusOf(shown) === 'Thank you for your answer.');
    await painted();
    observer.disconnect();
    expect(said.filter((text) => text.includes('Thank you'))).to.have.length(1);
    // A live region is read out when it changes, not when it comes: it has to be the one that was there before.
    expect(shown.root.querySelector('[role=status]') === region).to.equal(true);
  });

  it('says that the answer is not safe when it is only in memory, and tries again', async () => {
    let tries = 0;
    const shown = await stage({}, { kept: async () => (tries++ ? 'acknowledged' : 'memory') });
    await choose(shown, 7);
    await press(shown, 'Send');
    await until('not saved', () => statusOf(shown) === 'Your answer could not be saved yet.');
    await press(shown, 'Try again');
    await until('thanks', () => statusOf(shown) === 'Thank you for your answer.');
    expect(shown.ask.calls.filter((call) => call === 'submit()')).to.have.length(2);
  });

  it('thanks in a preview, where nothing is kept', async () => {
    const shown = await stage({}, { preview: true, kept: async () => 'memory' });
    await choose(shown, 7);
    await press(shown, 'Send');
    await until('thanks', () => statusOf(shown) === 'Thank you for your answer.');
  });

  it('sends once however often the button is pressed', async () => {
    const shown = await stage({}, { kept: () => new Promise(() => {}) });
    await choose(shown, 7);
    const send = named(shown.root, 'Send');
    for (let times = 0; times < 3; times++) send.click();
    expect(shown.ask.calls.filter((call) => call === 'submit()')).to.have.length(1);
  });

  describe('with a score in the address', () => {
    it('selects it, offers the comment and records nothing', async () => {
      const shown = await stage({}, { prefill: 9 });
      await until('seen', () => shown.ask.seen);
      expect(shown.root.querySelector<HTMLInputElement>('input:checked')!.value).to.equal('9');
      expect(commentOf(shown)).to.not.equal(null);
      expect(shown.ask.calls).to.deep.equal(['shown()']);
    });

    it('takes no vote from a script that presses everything', async () => {
      const shown = await stage({}, { prefill: 9 });
      await press(shown, 'Send');
      await choose(shown, 4);
      await press(shown, 'Send');
      await painted();
      expect(shown.ask.calls.filter((call) => call !== 'shown()')).to.deep.equal([]);
    });

    it('records it when a person sends it', async () => {
      const shown = await stage({}, { prefill: 0 });
      await click(named(shown.root, 'Send'));
      await until('sent', () => shown.ask.calls.includes('submit()'));
      expect(shown.ask.calls.filter((call) => call !== 'shown()')).to.deep.equal(['score(0)', 'submit()']);
    });

    it('records another one when a person chooses it', async () => {
      const shown = await stage({}, { prefill: 9 });
      await click(shown.root.querySelectorAll('input')[4]!);
      await until('scored', () => shown.ask.calls.includes('score(4)'));
    });
  });

  it('sends with Control and Enter from the comment', async () => {
    const shown = await stage();
    await choose(shown, 7);
    commentOf(shown)!.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true, composed: true }),
    );
    await until('sent', () => shown.ask.calls.includes('submit()'));
  });
});
