import { expect } from '@open-wc/testing';
import type { AskwellConfig } from '../../src/config/config.js';
import { choose, clear, panelOf, stage, still, type Stage } from './stage.js';

const added: Element[] = [];

function append<E extends HTMLElement>(element: E): E {
  added.push(document.body.appendChild(element));
  return element;
}

describe('in little room', () => {
  afterEach(() => {
    clear();
    for (const element of added.splice(0)) element.remove();
  });

  /** A window of its own size, which is also what 400 % zoom makes of 1280 × 1024. */
  async function small(width: number, height: number, config: AskwellConfig): Promise<Stage> {
    const frame = append(document.createElement('iframe'));
    frame.style.cssText = `inline-size: ${width}px; block-size: ${height}px; border: 0`;
    frame.srcdoc = `<!doctype html><script type="module">
      import { stage } from '${new URL('./stage.ts', import.meta.url)}';
      parent.postMessage('ready');
      window.stage = stage;
    </script>`;
    await new Promise((resolve) => addEventListener('message', resolve, { once: true }));
    return (frame.contentWindow as unknown as { stage: typeof stage }).stage(config);
  }

  for (const layout of ['corner', 'bar', 'modal', 'inline'] as const) {
    it(`shows eleven scores in one row of 320 pixels, each at least 24 wide and high, ${layout}`, async () => {
      const shown = await small(320, 600, { layout, product: 'Acme' });
      const cells = [...shown.root.querySelectorAll('[part=score]')].map((cell) => cell.getBoundingClientRect());
      expect(new Set(cells.map(({ top }) => Math.round(top)))).to.have.property('size', 1);
      for (const { width, height } of cells) {
        expect(width).to.be.at.least(24);
        expect(height).to.be.at.least(24);
      }
      expect(panelOf(shown).scrollWidth).to.be.at.most(panelOf(shown).clientWidth);
    });
  }

  it('can be answered in 320 by 256 pixels', async () => {
    for (const layout of ['corner', 'bar', 'modal'] as const) {
      const shown = await small(320, 256, { layout, product: 'Acme', contact: true, reasons: ['A', 'B'] });
      await choose(shown, 3);
      const send = shown.root.querySelector('.main')!;
      send.scrollIntoView();
      const { top, bottom, left, right } = send.getBoundingClientRect();
      expect(top).to.be.at.least(0);
      expect(Math.floor(bottom)).to.be.at.most(256);
      expect(left).to.be.at.least(0);
      expect(right).to.be.at.most(320);
      expect(panelOf(shown).scrollWidth).to.be.at.most(panelOf(shown).clientWidth);
    }
  });

  it('gives every control 24 pixels, in every state', async () => {
    const shown = await stage({ contact: true, reasons: ['A', 'B'] });
    const small = (): string[] =>
      [...shown.root.querySelectorAll<HTMLElement>('button, label, a')]
        .filter(
          (control) => Math.min(control.getBoundingClientRect().width, control.getBoundingClientRect().height) < 24,
        )
        .map((control) => control.outerHTML);
    expect(small()).to.deep.equal([]);
    await choose(shown, 3);
    await still(shown);
    expect(small()).to.deep.equal([]);
  });

  it('stays in the window and scrolls inside when there is more than fits', async () => {
    const shown = await stage({
      contact: true,
      reasons: Array.from({ length: 8 }, (_, index) => `A long reason number ${index} `.repeat(8)),
      text: { question: 'Why? '.repeat(150) },
    });
    await choose(shown, 3);
    await still(shown);
    const panel = panelOf(shown);
    const { top, bottom } = panel.getBoundingClientRect();
    expect(top).to.be.at.least(0);
    expect(bottom).to.be.at.most(innerHeight);
    expect(panel.scrollHeight).to.be.greaterThan(panel.clientHeight);
  });

  it('rises above a touch keyboard, and comes back down', async () => {
    const view = Object.assign(new EventTarget(), { height: innerHeight - 250, offsetTop: 0, scale: 1 });
    const own = Object.getOwnPropertyDescriptor(window, 'visualViewport')!;
    Object.defineProperty(window, 'visualViewport', { value: view, configurable: true });
    const shown = await stage();
    const bottom = (): number => innerHeight - panelOf(shown).getBoundingClientRect().bottom;
    await still(shown);
    const usual = bottom();
    view.dispatchEvent(new Event('resize'));
    expect(bottom()).to.be.closeTo(usual + 250, 1);
    Object.assign(view, { scale: 2 });
    view.dispatchEvent(new Event('scroll'));
    expect(bottom()).to.be.closeTo(usual, 1);
    Object.defineProperty(window, 'visualViewport', own);
  });

  it('finds its place by layout and placement', async () => {
    const at = async (config: Parameters<typeof stage>[0]): Promise<string> => {
      const shown = await stage(config);
      await still(shown);
      const { left, right, top, bottom } = panelOf(shown).getBoundingClientRect();
      clear();
      const near = (gap: number): boolean => Math.abs(gap) < 40;
      return [
        near(top) && 'top',
        near(innerHeight - bottom) && 'bottom',
        near(left) && 'left',
        near(document.documentElement.clientWidth - right) && 'right',
      ]
        .filter(Boolean)
        .join(' ');
    };
    expect(await at({ layout: 'corner' })).to.equal('bottom right');
    expect(await at({ layout: 'corner', placement: 'start' })).to.equal('bottom left');
    expect(await at({ layout: 'corner', locale: 'ar' })).to.equal('bottom left');
    expect(await at({ layout: 'corner', placement: 'start', locale: 'ar' })).to.equal('bottom right');
    expect(await at({ layout: 'bar' })).to.equal('bottom left right');
    expect(await at({ layout: 'bar', placement: 'start' })).to.equal('top left right');
    expect(await at({ layout: 'modal' })).to.equal('');
  });

  it('shows a logo and a note where they belong', async () => {
    const shown = await stage({ layout: 'inline' });
    shown.element.innerHTML = '<b slot="logo">Acme</b><a slot="privacy" href="#p">Privacy</a>';
    const [logo, note] = [shown.element.querySelector('b')!, shown.element.querySelector('a')!];
    const question = shown.root.querySelector('legend')!;
    expect(logo.getBoundingClientRect().bottom).to.be.at.most(question.getBoundingClientRect().top);
    expect(note.getBoundingClientRect().top).to.be.at.least(
      shown.root.querySelector('.actions')!.getBoundingClientRect().bottom,
    );
  });

  it('writes no style attribute anywhere', async () => {
    for (const layout of ['corner', 'bar', 'modal', 'inline'] as const) {
      const shown = await stage({ layout, contact: true, reasons: ['A'] });
      await choose(shown, 3);
      expect(shown.root.querySelectorAll('[style]')).to.have.length(0);
      expect(shown.element.getAttributeNames()).to.not.include('style');
      clear();
    }
  });
});
