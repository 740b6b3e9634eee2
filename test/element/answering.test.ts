import { expect } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import type { Kept } from '../../src/ask.js';
import { choose, clear, named, painted, press, stage, still, until, type Stage } from './stage.js';

const status = ({ root }: Stage): string => root.querySelector('[role=status]')!.textContent.trim();
const comment = ({ root }: Stage): HTMLTextAreaElement | null => root.querySelector('textarea');

/** Types into a field as a person does, without needing the focus. */
async function fill({ element }: Stage, field: HTMLInputElement | HTMLTextAreaElement, value: string): Promise<void> {
  field.value = value;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await element.updateComplete;
}

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
      followUp: 'What is the primary reason for your score?', locale: 'en', dir: 'ltr', layout: 'bar',
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
      expect(comment(shown)).to.equal(null);
      await choose(shown, score);
      expect(shown.ask.calls).to.include(`score(${score})`);
      expect(comment(shown)).to.not.equal(null);
    });
  }

  it('lets the mind change until it is sent, and keeps what was typed', async () => {
    const shown = await stage();
    await choose(shown, 9);
    await fill(shown, comment(shown)!, 'It is quick.');
    await choose(shown, 2);
    expect(comment(shown)!.value).to.equal('It is quick.');
    await press(shown, 'Send');
    expect(shown.ask.calls.filter((call) => call !== 'shown()')).to.deep.equal([
      'score(9)', 'comment("It is quick.")', 'score(2)', 'submit()',
    ]);
  });

  it('thanks only when the answer is safe, and says so once', async () => {
    let keep!: (kept: Kept) => void;
    const shown = await stage({}, { kept: () => new Promise((resolve) => { keep = resolve; }) });
    await choose(shown, 7);
    await until('announced', () => shown.ask.seen);
    const region = shown.root.querySelector('[role=status]')!;
    await press(shown, 'Send');
    await painted();
    expect(status(shown)).to.not.contain('Thank you');
    const said: string[] = [];
    const observer = new MutationObserver(() => said.push(status(shown)));
    observer.observe(region, { childList: true, characterData: true, subtree: true });
    keep('durable');
    await until('thanks', () => status(shown) === 'Thank you for your answer.');
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
    await until('not saved', () => status(shown) === 'Your answer could not be saved yet.');
    await press(shown, 'Try again');
    await until('thanks', () => status(shown) === 'Thank you for your answer.');
    expect(shown.ask.calls.filter((call) => call === 'submit()')).to.have.length(2);
  });

  it('thanks in a preview, where nothing is kept', async () => {
    const shown = await stage({}, { preview: true, kept: async () => 'memory' });
    await choose(shown, 7);
    await press(shown, 'Send');
    await until('thanks', () => status(shown) === 'Thank you for your answer.');
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
      expect(comment(shown)).to.not.equal(null);
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

  describe('the follow-up', () => {
    it('is the same for everybody', async () => {
      const shown = await stage();
      const asked = new Set<string>();
      for (const score of [0, 6, 7, 8, 9, 10]) {
        await choose(shown, score);
        asked.add(comment(shown)!.labels[0]!.textContent.replace(/\s+/g, ' ').trim());
      }
      expect([...asked]).to.deep.equal(['What is the primary reason for your score? optional']);
    });

    it('follows the category where the host gives words for it, and never names the group', async () => {
      const shown = await stage({ text: { followUpBy: { detractor: 'What should we put right?' } }, product: 'Acme' });
      await choose(shown, 6);
      expect(comment(shown)!.labels[0]!.textContent).to.contain('What should we put right?');
      await choose(shown, 7);
      expect(comment(shown)!.labels[0]!.textContent).to.contain('What is the primary reason');
      expect(shown.root.textContent).to.not.match(/detractor|passive|promoter/i);
    });

    it('offers reasons as boxes to tick, and forgets one that is not offered for the new score', async () => {
      const reasons = { detractor: ['Price', 'Support'], promoter: ['Support', 'Speed'] };
      const shown = await stage({ reasons });
      await choose(shown, 2);
      await press(shown, 'Price');
      await press(shown, 'Support');
      await choose(shown, 9);
      expect([...shown.root.querySelectorAll<HTMLInputElement>('[name=reason]')].map(({ value, checked }) => [value, checked]))
        .to.deep.equal([['Support', true], ['Speed', false]]);
      expect(shown.ask.calls.filter((call) => call.startsWith('reasons'))).to.deep.equal([
        'reasons(["Price"])', 'reasons(["Price","Support"])', 'reasons(["Support"])',
      ]);
      await choose(shown, 8);
      expect(shown.root.querySelector('[name=reason]')).to.equal(null);
    });

    it('asks for contact with an unticked box, and takes only an address that is one', async () => {
      const shown = await stage({ contact: true });
      const { root } = shown;
      await choose(shown, 2);
      const box = named<HTMLInputElement>(root, 'May we contact you about this?');
      expect(box.checked).to.equal(false);
      expect(root.querySelector('[type=email]')).to.equal(null);
      await press(shown, 'May we contact you about this?');
      const email = (): HTMLInputElement => named<HTMLInputElement>(root, 'E-mail address');
      for (const wrong of ['', 'ada', 'ada@', '@b.example']) {
        await fill(shown, email(), wrong);
        await press(shown, 'Send');
        expect(root.querySelector('[role=alert]')!.textContent, wrong).to.equal('Enter an e-mail address like name@example.com.');
        expect(email().getAttribute('aria-invalid')).to.equal('true');
        expect(root.activeElement === email()).to.equal(true);
      }
      expect(shown.ask.calls).to.not.include('submit()');
      await fill(shown, email(), 'ada@lovelace.example');
      expect(root.querySelector('[role=alert]')!.textContent).to.equal('');
      await press(shown, 'Send');
      expect(shown.ask.calls.slice(-2)).to.deep.equal(['contact({"ok":true,"email":"ada@lovelace.example"})', 'submit()']);
    });

    it('sends no permission when the box was unticked again', async () => {
      const shown = await stage({ contact: true });
      await choose(shown, 2);
      await press(shown, 'May we contact you about this?');
      await fill(shown, named<HTMLInputElement>(shown.root, 'E-mail address'), 'ada@lovelace.example');
      await press(shown, 'May we contact you about this?');
      await press(shown, 'Send');
      expect(shown.ask.calls.join()).to.not.contain('contact');
    });

    it('never asks an employee for an address', async () => {
      const shown = await stage({ contact: true, kind: 'employee' });
      await choose(shown, 2);
      expect(shown.root.querySelector('[name=contact]')).to.equal(null);
    });
  });

  describe('the thanks', () => {
    const link = { href: 'https://example.com/next?a=1', text: 'Read on' };

    it('carry the host’s words and link', async () => {
      const shown = await stage({ thanks: { text: 'Thanks, really.', link } });
      await choose(shown, 7);
      await press(shown, 'Send');
      await until('thanks', () => status(shown) === 'Thanks, really.');
      const anchor = named<HTMLAnchorElement>(shown.root, 'Read on');
      expect(anchor.href).to.equal(link.href);
      expect(anchor.rel).to.equal('noopener noreferrer');
    });

    it('may differ by category', async () => {
      const shown = await stage({ thanks: { promoter: { text: 'Lovely.' } } });
      await choose(shown, 9);
      await press(shown, 'Send');
      await until('thanks', () => status(shown) === 'Lovely.');
    });

    for (const href of [
      'javascript:alert(1)', 'JaVaScRiPt:alert(1)', '\tjavascript:alert(1)', 'java\nscript:alert(1)', 'data:text/html,<script>alert(1)</script>',
      'vbscript:x', '//evil.example', 'http://plain.example', '/relative', '', 'file:///etc/passwd',
    ]) {
      it(`show no link to ${JSON.stringify(href)}`, async () => {
        const shown = await stage({ thanks: { link: { href, text: 'Read on' } } });
        await choose(shown, 7);
        await press(shown, 'Send');
        await until('thanks', () => status(shown) === 'Thank you for your answer.');
        expect(shown.root.querySelector('a')).to.equal(null);
      });
    }

    it('may lead to a mail programme', async () => {
      const shown = await stage({ thanks: { link: { href: 'mailto:ada@lovelace.example', text: 'Write to us' } } });
      await choose(shown, 7);
      await press(shown, 'Send');
      await until('thanks', () => shown.root.querySelector('a'));
    });
  });

  it('sends with Control and Enter from the comment', async () => {
    const shown = await stage();
    await choose(shown, 7);
    comment(shown)!.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true, composed: true }));
    await until('sent', () => shown.ask.calls.includes('submit()'));
  });
});
