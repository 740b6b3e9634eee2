import { expect } from '@open-wc/testing';
import { choose, clear, panelOf, radiosOf, stage, still, type Stage } from './stage.js';

const added: Element[] = [];

function sheet(css: string): void {
  const style = document.head.appendChild(document.createElement('style'));
  style.textContent = css;
  added.push(style);
}

function append<E extends HTMLElement>(element: E): E {
  added.push(document.body.appendChild(element));
  return element;
}

/** What a person sees of the question: where, in which colours, and whether a click gets there. */
function look(shown: Stage): Record<string, unknown> {
  const panel = panelOf(shown);
  const {
    position,
    color,
    backgroundColor,
    fontFamily,
    letterSpacing,
    textTransform,
    visibility,
    opacity,
    direction,
    textAlign,
  } = getComputedStyle(panel);
  const radio = radiosOf(shown)[9]!.getBoundingClientRect();
  const hit = shown.root.elementFromPoint(
    radio.left + radio.width / 2,
    radio.top + radio.height / 2,
  ) as HTMLElement | null;
  const size = ({ width, height }: DOMRect): string => `${Math.round(width)}×${Math.round(height)}`;
  return {
    position,
    color,
    backgroundColor,
    fontFamily,
    letterSpacing,
    textTransform,
    visibility,
    opacity,
    direction,
    textAlign,
    panel: size(panel.getBoundingClientRect()),
    radio: size(radio),
    hit: hit?.closest('label')?.textContent.trim(),
  };
}

const HOSTILE: Record<string, string> = {
  'all unset': '* { all: unset !important }',
  'all revert': '* { all: revert !important }',
  'hidden by name': 'ask-well { display: none !important }',
  'hidden by part of the name':
    '[class*=panel], [class*=ask], ask-well { display: none !important; visibility: hidden !important }',
  'inherited nonsense':
    'html { font: italic 900 5px/9 monospace; letter-spacing: 9px; word-spacing: 2em; color: transparent; text-transform: uppercase; text-align: right; pointer-events: none; visibility: hidden; direction: rtl; text-indent: 5em; white-space: pre; cursor: none }',
  'invisible body': 'body { visibility: hidden; opacity: 0 }',
  'invisible children': 'body *, html > * { opacity: 0 !important }',
  'shrunk and moved': '* { position: static !important; transform: scale(0) !important }',
  filtered:
    'html > *, body > * { filter: blur(9px) !important; clip-path: inset(50%) !important; contain: strict !important }',
  'a preflight':
    '*, ::before, ::after { box-sizing: border-box; border: 0 solid; margin: 0; padding: 0 } button, input, textarea { font: inherit; background: transparent } fieldset { border: 0 } legend { padding: 0 } ol, ul { list-style: none } img, svg { display: block }',
  'a reboot':
    '*, ::after { box-sizing: border-box } body { font: 1rem/1.5 serif } label { display: inline-block; margin-bottom: .5rem } legend { width: 100%; font-size: 1.5rem; float: left } fieldset { min-width: 0 } input[type=radio] { margin: 8px 0 0; padding: 0 } textarea { overflow: auto } button { border-radius: 0; text-transform: none }',
  'another rem': 'html { font-size: 62.5% } :root { font-size: 4px !important }',
  'a border on everything':
    '* { border: 5px solid red !important; outline: 3px dashed blue !important; background: lime !important; color: red !important; margin: 3em !important; padding: 3em !important }',
  'labels and inputs in another way':
    'label { display: none } input { appearance: none; inline-size: 900px; display: none } button { position: fixed; inset: 0 } fieldset { columns: 5 } legend { writing-mode: vertical-rl }',
  'custom properties of the same names':
    ':root { --surface: red; --text: red; --accent: red; --gap: 40em; --hue: red; --keyboard: 400px; --line: red; --white: 0; --less: 9 }',
  'a host that animates everything':
    '* { transition: all 9s !important; animation: none !important; will-change: transform }',
};

describe('on a hostile page', () => {
  afterEach(() => {
    clear();
    for (const element of added.splice(0)) element.remove();
    document.documentElement.removeAttribute('style');
  });

  for (const layout of ['corner', 'modal'] as const) {
    it(`looks the same whatever the page’s styles say, ${layout}`, async () => {
      const calm = await stage({ layout, product: 'Acme', theme: 'light' }, {}, document.documentElement);
      await still(calm);
      const usual = look(calm);
      expect(usual).to.include({ position: 'fixed', hit: '9', visibility: 'visible', opacity: '1' });
      clear();
      for (const [name, css] of Object.entries(HOSTILE)) {
        sheet(css);
        const shown = await stage({ layout, product: 'Acme', theme: 'light' }, {}, document.documentElement);
        await still(shown);
        expect(look(shown), name).to.deep.equal(usual);
        clear();
        added.pop()!.remove();
      }
    });
  }

  it('stays whole on a page that is zoomed', async () => {
    sheet('html { zoom: 2 }');
    const shown = await stage({ product: 'Acme' }, {}, document.documentElement);
    await still(shown);
    const { left, right, top, bottom } = panelOf(shown).getBoundingClientRect();
    for (const gap of [left, top, innerWidth - right, innerHeight - bottom]) expect(gap).to.be.at.least(0);
    // WebKit measures in the zoomed page's pixels and points in the window's.
    const nine = radiosOf(shown)[9]!.getBoundingClientRect();
    const hits = [1, 2].map((scale) =>
      shown.root.elementFromPoint(scale * (nine.left + nine.width / 2), scale * (nine.top + nine.height / 2)),
    );
    expect(hits.map((hit) => hit?.closest('label')?.textContent.trim())).to.include('9');
  });

  it('changes nothing of the host', async () => {
    append(document.createElement('div')).innerHTML =
      '<fieldset><legend>x</legend><label><input type="radio"> y</label><textarea></textarea></fieldset><button>z</button>';
    const host = added.at(-1)!;
    const styles = (): string =>
      [...host.querySelectorAll('*')]
        .map((element) =>
          [...getComputedStyle(element)].map((name) => getComputedStyle(element).getPropertyValue(name)).join(),
        )
        .join('\n');
    const before = {
      styles: styles(),
      body: document.body.getAttributeNames().join(),
      html: document.documentElement.outerHTML.split('>')[0],
    };
    for (const layout of ['corner', 'bar', 'modal'] as const) {
      const shown = await stage({ layout }, {}, document.documentElement);
      await choose(shown, 3);
      expect({
        styles: styles(),
        body: document.body.getAttributeNames().join(),
        html: document.documentElement.outerHTML.split('>')[0],
      }).to.deep.equal(before);
      clear();
    }
  });

  it('is above everything, without a number to fight about', async () => {
    const cover = append(document.createElement('div'));
    cover.style.cssText = 'position: fixed; inset: 0; z-index: 2147483647; background: white';
    expect(look(await stage())['hit']).to.equal('9');
  });

  it('stands in the corner of the window even inside a transformed box', async () => {
    const trap = append(document.createElement('div'));
    trap.style.cssText =
      'transform: translate(50px, 50px); filter: blur(1px); contain: paint; inline-size: 60px; block-size: 60px; overflow: hidden';
    const shown = await stage({}, {}, trap);
    await still(shown);
    const { right, bottom } = panelOf(shown).getBoundingClientRect();
    expect(document.documentElement.clientWidth - right).to.be.within(1, 40);
    expect(innerHeight - bottom).to.be.within(1, 40);
  });

  it('takes no place in the page and shifts nothing', async () => {
    const row = append(document.createElement('div'));
    row.style.cssText = 'display: flex; gap: 40px';
    row.innerHTML = '<span>a</span><span>b</span>';
    const marks = (): string =>
      [...row.querySelectorAll('span')].map((span) => JSON.stringify(span.getBoundingClientRect())).join();
    const before = [
      marks(),
      document.documentElement.scrollHeight,
      getComputedStyle(document.documentElement).overflow,
      document.documentElement.clientWidth,
    ];
    for (const layout of ['corner', 'bar', 'modal'] as const) {
      const element = document.createElement('ask-well');
      row.prepend(element);
      const shown = await stage({ layout }, {}, row);
      await choose(shown, 3);
      expect([
        marks(),
        document.documentElement.scrollHeight,
        getComputedStyle(document.documentElement).overflow,
        document.documentElement.clientWidth,
      ]).to.deep.equal(before);
      clear();
    }
  });

  it('works without popovers, above the page by its number', async () => {
    const { showPopover } = HTMLElement.prototype;
    const popover = Object.getOwnPropertyDescriptor(HTMLElement.prototype, 'popover')!;
    Reflect.deleteProperty(HTMLElement.prototype, 'showPopover');
    Reflect.deleteProperty(HTMLElement.prototype, 'popover');
    sheet('div { z-index: 5 }');
    try {
      const shown = await stage();
      panelOf(shown).removeAttribute('popover');
      const { zIndex, position } = getComputedStyle(panelOf(shown));
      expect({ zIndex, position }).to.deep.equal({ zIndex: '2147483647', position: 'fixed' });
      await choose(shown, 9);
      expect(shown.ask.calls).to.include('score(9)');
    } finally {
      HTMLElement.prototype.showPopover = showPopover;
      Object.defineProperty(HTMLElement.prototype, 'popover', popover);
    }
  });
});
