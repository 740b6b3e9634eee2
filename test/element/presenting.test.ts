import { expect } from '@open-wc/testing';
import { recordAsk } from './recorder.js';
import { choose, clear, painted, radiosOf, stage, until } from './stage.js';

describe('presenting an ask', () => {
  afterEach(clear);

  it('is open while the question is on screen', async () => {
    const shown = await stage();
    expect(shown.element.hasAttribute('open')).to.equal(true);
    shown.root.querySelector<HTMLElement>('.close')!.click();
    document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    await shown.element.updateComplete;
    expect(shown.element.hasAttribute('open')).to.equal(false);
  });

  for (const layout of ['corner', 'modal', 'inline'] as const) {
    it(`is not open while only the way back is on screen, and to open it goes that way, ${layout}`, async () => {
      const shown = await stage({ layout });
      const { element, root } = shown;
      root.querySelector<HTMLElement>('.close')!.click();
      await element.updateComplete;
      expect([element.open, element.hasAttribute('open')]).to.deep.equal([false, false]);
      expect(root.querySelector('[part~=undo]')!.getBoundingClientRect().width).to.be.above(0);
      element.open = true;
      await element.updateComplete;
      expect(radiosOf(shown)[0]!.getBoundingClientRect().width).to.be.above(0);
    });

    it(`hides and shows again without an event and without loss, ${layout}`, async () => {
      const shown = await stage({ layout });
      await until('seen', () => shown.ask.seen);
      await choose(shown, 6);
      const before = shown.ask.calls.length;
      const visible = (): boolean => radiosOf(shown)[0]!.getBoundingClientRect().width > 0;
      expect(visible()).to.equal(true);
      shown.element.open = false;
      await shown.element.updateComplete;
      expect(visible()).to.equal(false);
      shown.element.open = true;
      await shown.element.updateComplete;
      expect(visible()).to.equal(true);
      expect(radiosOf(shown)[6]!.checked).to.equal(true);
      expect(shown.ask.calls).to.have.length(before);
    });
  }

  it('sends no event of its own: what happens is the ask’s to say', async () => {
    const heard: string[] = [];
    const names = ['ask', 'shown', 'score', 'response', 'dismiss', 'decision', 'delivery', 'error'].map(
      (name) => `askwell-${name}`,
    );
    const hear = (event: Event): void => void heard.push(event.type);
    for (const name of names) document.addEventListener(name, hear);
    const shown = await stage();
    Object.assign(shown.element, {
      product: 'Acme',
      theme: 'dark',
      prefill: 4,
      open: false,
      preview: true,
      config: { survey: 'x' },
    });
    await choose(shown, 6);
    await painted();
    for (const name of names) document.removeEventListener(name, hear);
    expect(heard).to.deep.equal([]);
  });

  it('presents the later of two asks', async () => {
    const shown = await stage({ product: 'Acme' });
    const later = recordAsk({ product: 'Birch' });
    await shown.element.present(later);
    expect(shown.root.querySelector('bdi')!.textContent).to.equal('Birch');
    shown.ask.abort();
    await shown.element.updateComplete;
    expect(shown.root.querySelector('bdi')!.textContent).to.equal('Birch');
  });

  it('presents no ask that ended before its words came', async () => {
    const ask = recordAsk({ locale: 'de' });
    const element = document.body.appendChild(document.createElement('ask-well'));
    const presenting = element.present(ask);
    ask.abort();
    await presenting;
    expect(element.shadowRoot!.querySelector('.panel')).to.equal(null);
  });

  it('leaves no listener behind after many questions', async () => {
    const counts = { add: 0, remove: 0 };
    const { addEventListener } = document;
    document.addEventListener = function count(this: Document, ...args: Parameters<typeof addEventListener>) {
      counts.add++;
      (args[2] as AddEventListenerOptions | undefined)?.signal?.addEventListener('abort', () => counts.remove++);
      return addEventListener.apply(this, args);
    } as typeof addEventListener;
    const element = document.body.appendChild(document.createElement('ask-well'));
    for (let round = 0; round < 100; round++) {
      const ask = recordAsk();
      await element.present(ask);
      ask.abort();
    }
    delete (document as Partial<Document>).addEventListener;
    expect(counts.add).to.be.at.least(100);
    expect(counts.remove).to.equal(counts.add);
  });
});
