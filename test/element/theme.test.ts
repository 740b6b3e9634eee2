import { expect } from '@open-wc/testing';
import { contrast, luminance, painted, type Rgb } from './colors.js';
import { choose, clear, stage, type Stage } from './stage.js';

const panelOf = ({ root }: Stage): HTMLElement => root.querySelector<HTMLElement>('.panel')!;
const backgroundOf = (element: Element): Rgb => painted(getComputedStyle(element).backgroundColor);
const colorOf = (element: Element): Rgb => painted(getComputedStyle(element).color);

const BRANDS = [
  '#ff0000',
  '#00ff00',
  '#0000ff',
  '#ffff00',
  '#00ffff',
  '#ff00ff',
  '#ffffff',
  '#000000',
  '#808080',
  '#ffe4b5',
  '#fafad2',
  '#010203',
  '#7fff00',
  '#e4002b',
  '#0a84ff',
  '#ff9500',
  '#1db954',
  '#4a154b',
  'hotpink',
  'rebeccapurple',
  'hsl(60 100% 50%)',
  'color(display-p3 0 1 0)',
  'oklch(0.7 0.3 150)',
  ...Array.from(
    { length: 80 },
    (_, index) => `hsl(${(index * 137.5) % 360} ${20 + ((index * 7) % 81)}% ${(index * 13) % 101}%)`,
  ),
];

describe('the colours', () => {
  afterEach(() => {
    clear();
    document.documentElement.removeAttribute('style');
  });

  for (const theme of ['light', 'dark'] as const) {
    it(`hold 4.5 : 1 for any brand colour, ${theme}`, async () => {
      const shown = await stage({ theme, contact: true, reasons: ['Price'] });
      await choose(shown, 9);
      const { root } = shown;
      const [selected, send] = [root.querySelector('[name=score]:checked + span')!, root.querySelector('.main')!];
      const surface = backgroundOf(panelOf(shown));
      for (const brand of BRANDS) {
        document.documentElement.style.setProperty('--askwell-accent', brand);
        for (const piece of [selected, send]) {
          expect(contrast(colorOf(piece), backgroundOf(piece)), `text on ${brand}`).to.be.at.least(4.5);
          expect(contrast(backgroundOf(piece), surface), `${brand} on the surface`).to.be.at.least(4.5);
        }
      }
    });

    it(`keep all other text at 4.5 : 1 and what marks a field at 3 : 1, ${theme}`, async () => {
      const shown = await stage({ theme, contact: true, reasons: ['Price'] });
      await choose(shown, 9);
      const { root } = shown;
      const surface = backgroundOf(panelOf(shown));
      for (const text of root.querySelectorAll(
        'legend, small, .ends, .field span, .actions button:not(.main), .close',
      )) {
        expect(contrast(colorOf(text), surface), text.outerHTML).to.be.at.least(4.5);
      }
      const chip = root.querySelector('[name=score]:not(:checked) + span')!;
      expect(contrast(colorOf(chip), backgroundOf(chip))).to.be.at.least(4.5);
      for (const field of root.querySelectorAll('textarea, .reasons span')) {
        expect(contrast(painted(getComputedStyle(field).borderTopColor), surface)).to.be.at.least(3);
      }
    });
  }

  it('do not tell the scores apart: one neutral hue for all eleven', async () => {
    const shown = await stage();
    const spans = [...shown.root.querySelectorAll('[name=score] + span')];
    expect(new Set(spans.map((span) => getComputedStyle(span).backgroundColor))).to.have.property('size', 1);
    const chosen = new Set<string>();
    for (let score = 0; score <= 10; score++) {
      await choose(shown, score);
      chosen.add(getComputedStyle(spans[score]!).backgroundColor);
    }
    expect(chosen).to.have.property('size', 1);
  });

  it('follow the theme that is asked for, and the system otherwise', async () => {
    const surfaceOf = async (theme?: 'light' | 'dark' | 'auto'): Promise<number> => {
      const shown = await stage({ ...(theme && { theme }) });
      const result = luminance(backgroundOf(panelOf(shown)));
      clear();
      return result;
    };
    expect(await surfaceOf('light')).to.be.greaterThan(0.9);
    expect(await surfaceOf('dark')).to.be.lessThan(0.05);
    const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
    expect(await surfaceOf('auto')).to.equal(await surfaceOf(system));
    expect(await surfaceOf()).to.equal(await surfaceOf(system));
  });

  it('change at once when the host changes the theme of an open question', async () => {
    const shown = await stage({ theme: 'light' });
    await choose(shown, 4);
    shown.element.theme = 'dark';
    await shown.element.updateComplete;
    expect(luminance(backgroundOf(panelOf(shown)))).to.be.lessThan(0.05);
    expect(shown.root.querySelector<HTMLInputElement>(':checked')!.value).to.equal('4');
  });

  it('and measures answer to at most fifteen custom properties, each of which works', async () => {
    const properties: Record<string, [value: string, where: string, what: keyof CSSStyleDeclaration, becomes: string]> =
      {
        '--askwell-accent': ['#123456', '.main', 'backgroundColor', '#123456'],
        '--askwell-on-accent': ['rgb(250, 250, 250)', '.main', 'color', 'rgb(250, 250, 250)'],
        '--askwell-surface': ['rgb(250, 240, 230)', '.panel', 'backgroundColor', 'rgb(250, 240, 230)'],
        '--askwell-text': ['rgb(10, 20, 30)', '.panel', 'color', 'rgb(10, 20, 30)'],
        '--askwell-font': ['monospace', '.panel', 'fontFamily', 'monospace'],
        '--askwell-font-size': ['20px', '.panel', 'fontSize', '20px'],
        '--askwell-radius': ['3px', '.panel', 'borderTopLeftRadius', '3px'],
        '--askwell-shadow': ['none', '.panel', 'boxShadow', 'none'],
        '--askwell-offset': ['5px', '.panel', 'bottom', '5px'],
        '--askwell-width': ['350px', '.panel', 'width', '350px'],
      };
    for (const [name, value] of Object.entries(properties)) document.documentElement.style.setProperty(name, value[0]);
    const shown = await stage({ theme: 'light' });
    await choose(shown, 4);
    for (const [name, [, where, what, becomes]] of Object.entries(properties)) {
      const found = String(getComputedStyle(shown.root.querySelector(where)!)[what]);
      if (name === '--askwell-accent') expect(painted(found)).to.deep.equal(painted(becomes));
      else expect(found, name).to.equal(becomes);
    }
    clear();
    document.documentElement.style.setProperty('--askwell-reserve', '500px');
    const inline = await stage({ layout: 'inline' });
    expect(panelOf(inline).offsetHeight).to.equal(500);
    clear();
    document.documentElement.style.setProperty('--askwell-backdrop', 'rgb(1, 2, 3)');
    const modal = await stage({ layout: 'modal' });
    expect(getComputedStyle(panelOf(modal), '::backdrop').backgroundColor).to.equal('rgb(1, 2, 3)');
  });

  it('can be changed by part', async () => {
    const style = document.head.appendChild(document.createElement('style'));
    style.textContent =
      'ask-well::part(panel) { border-top-width: 7px } ask-well::part(send) { text-transform: uppercase } ask-well::part(score) { block-size: 60px }';
    const shown = await stage();
    await choose(shown, 4);
    expect(getComputedStyle(panelOf(shown)).borderTopWidth).to.equal('7px');
    expect(getComputedStyle(shown.root.querySelector('.main')!).textTransform).to.equal('uppercase');
    expect(shown.root.querySelector('[part=score]')!.getBoundingClientRect().height).to.equal(60);
    style.remove();
  });
});
