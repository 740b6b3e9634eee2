import { expect } from '@open-wc/testing';
import { choose, clear, commentOf, fill, named, press, stage } from './stage.js';

describe('the follow-up', () => {
  afterEach(clear);

  it('is the same for everybody', async () => {
    const shown = await stage();
    const asked = new Set<string>();
    for (const score of [0, 6, 7, 8, 9, 10]) {
      await choose(shown, score);
      asked.add(commentOf(shown)!.labels[0]!.textContent.replace(/\s+/g, ' ').trim());
    }
    expect([...asked]).to.deep.equal(['What is the primary reason for your score? optional']);
  });

  it('follows the category where the host gives words for it, and never names the group', async () => {
    const shown = await stage({ text: { followUpBy: { detractor: 'What should we put right?' } }, product: 'Acme' });
    await choose(shown, 6);
    expect(commentOf(shown)!.labels[0]!.textContent).to.contain('What should we put right?');
    await choose(shown, 7);
    expect(commentOf(shown)!.labels[0]!.textContent).to.contain('What is the primary reason');
    expect(shown.root.textContent).to.not.match(/detractor|passive|promoter/i);
  });

  it('offers reasons as boxes to tick, and forgets one that is not offered for the new score', async () => {
    const reasons = { detractor: ['Price', 'Support'], promoter: ['Support', 'Speed'] };
    const shown = await stage({ reasons });
    await choose(shown, 2);
    await press(shown, 'Price');
    await press(shown, 'Support');
    await choose(shown, 9);
    expect(
      [...shown.root.querySelectorAll<HTMLInputElement>('[name=reason]')].map(({ value, checked }) => [value, checked]),
    ).to.deep.equal([
      ['Support', true],
      ['Speed', false],
    ]);
    expect(shown.ask.calls.filter((call) => call.startsWith('reasons'))).to.deep.equal([
      'reasons(["Price"])',
      'reasons(["Price","Support"])',
      'reasons(["Support"])',
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
      expect(root.querySelector('[role=alert]')!.textContent, wrong).to.equal(
        'Enter an e-mail address like name@example.com.',
      );
      expect(email().getAttribute('aria-invalid')).to.equal('true');
      expect(root.activeElement === email()).to.equal(true);
    }
    expect(shown.ask.calls).to.not.include('submit()');
    await fill(shown, email(), 'ada@lovelace.example');
    expect(root.querySelector('[role=alert]')!.textContent).to.equal('');
    await press(shown, 'Send');
    expect(shown.ask.calls.slice(-2)).to.deep.equal([
      'contact({"ok":true,"email":"ada@lovelace.example"})',
      'submit()',
    ]);
  });

  it('tells what kind of address is wanted, and what is wrong with it, where it is wrong', async () => {
    const shown = await stage({ contact: true });
    const { root } = shown;
    await choose(shown, 2);
    await press(shown, 'May we contact you about this?');
    const email = named<HTMLInputElement>(root, 'E-mail address');
    expect(email).to.include({ type: 'email', autocomplete: 'email', required: true });
    const described = root.getElementById(email.getAttribute('aria-describedby')!)!;
    // It is there before it has something to say, and so it is read out when it has.
    expect(described.getAttribute('role')).to.equal('alert');
    expect(described.textContent).to.equal('');
    await press(shown, 'Send');
    expect(described.textContent).to.contain('name@example.com');
  });

  it('takes a comment as long as a message may carry', async () => {
    const shown = await stage();
    await choose(shown, 2);
    expect(commentOf(shown)!.maxLength).to.equal(4000);
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
