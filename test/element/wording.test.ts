import { expect } from '@open-wc/testing';
import type { AskwellConfig } from '../../src/config/config.js';
import { locales } from '../../src/locales/index.js';
import { choose, clear, named, stage, until, type Stage } from './stage.js';

const question = ({ root }: Stage): string => root.querySelector('legend')!.textContent;
const radioNames = ({ root }: Stage): (string | null)[] =>
  [...root.querySelectorAll<HTMLInputElement>('[name=score]')].map(
    (radio) => radio.getAttribute('aria-label') ?? radio.labels![0]!.textContent.trim(),
  );

describe('the wording', () => {
  afterEach(() => {
    clear();
    document.documentElement.removeAttribute('lang');
  });

  const cases: [config: AskwellConfig, asked: string][] = [
    [{}, 'How likely is it that you would recommend us to a friend or colleague?'],
    [{ product: 'Acme' }, 'How likely is it that you would recommend Acme to a friend or colleague?'],
    [
      { kind: 'transactional', product: 'Acme' },
      'Based on your recent experience, how likely is it that you would recommend Acme to a friend or colleague?',
    ],
    [
      { kind: 'transactional' },
      'Based on your recent experience, how likely is it that you would recommend us to a friend or colleague?',
    ],
    [{ kind: 'employee', product: 'Acme' }, 'How likely is it that you would recommend Acme as a place to work?'],
    [{ kind: 'employee' }, 'How likely is it that you would recommend this company as a place to work?'],
    [{ text: { question: 'Would you recommend {product}?' }, product: 'Acme' }, 'Would you recommend Acme?'],
    [
      { text: { question: { relational: 'Would you recommend {product}?' } }, product: 'Acme' },
      'Would you recommend Acme?',
    ],
    [{ text: { question: { relational: { us: 'Would you recommend us?' } } } }, 'Would you recommend us?'],
    [
      { text: { question: { relational: { us: 'Would you recommend us?' } } }, product: 'Acme' },
      'How likely is it that you would recommend Acme to a friend or colleague?',
    ],
    [
      { text: { question: { employee: 'Would you work here again?' } } },
      'How likely is it that you would recommend us to a friend or colleague?',
    ],
  ];
  for (const [config, asked] of cases) {
    it(`asks “${asked}” with ${JSON.stringify(config)}`, async () => {
      const shown = await stage(config);
      expect(question(shown)).to.equal(asked);
      await until('seen', () => shown.ask.seen);
      expect(shown.ask.seen!.question).to.equal(asked);
    });
  }

  it('names every score by its number first, and only the ends by words', async () => {
    expect(radioNames(await stage())).to.deep.equal([
      '0, Not at all likely',
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
      '7',
      '8',
      '9',
      '10, Extremely likely',
    ]);
  });

  it('takes the host’s own words for anything', async () => {
    const text = {
      low: 'Never',
      high: 'Always',
      send: 'Go',
      close: 'Away',
      snooze: 'Later',
      optOut: 'Never again',
      followUp: 'Why?',
    };
    const shown = await stage({ text });
    expect(radioNames(shown).at(0)).to.equal('0, Never');
    expect(radioNames(shown).at(-1)).to.equal('10, Always');
    for (const name of ['Away', 'Later', 'Never again']) named(shown.root, name);
    await choose(shown, 3);
    named(shown.root, 'Go');
    named(shown.root, 'Why? optional');
  });

  it('keeps a product with other writing direction, dollar signs and placeholders to itself', async () => {
    for (const product of ['أكمي', '$& $1 $$', '{product}', '{label}', '\u202Eevil', '👩‍👩‍👧']) {
      const shown = await stage({ product });
      expect(question(shown)).to.equal(
        `How likely is it that you would recommend ${product} to a friend or colleague?`,
      );
      expect(shown.root.querySelector('legend bdi')!.textContent).to.equal(product);
      clear();
    }
  });

  describe('in another language', () => {
    it('comes from the configuration', async () => {
      const shown = await stage({ locale: 'de' });
      expect(question(shown)).to.match(/^Wie wahrscheinlich/);
      expect(shown.root.querySelector('.panel')!.getAttribute('lang')).to.equal('de');
    });

    it('comes from the nearest lang attribute, then from the page', async () => {
      document.documentElement.lang = 'fr-CA';
      expect(question(await stage())).to.match(/^Quelle est la probabilité/);
      const box = document.body.appendChild(document.createElement('div'));
      box.lang = 'sv';
      expect(question(await stage({ locale: 'auto' }, {}, box))).to.match(/^Hur troligt/);
      box.remove();
    });

    it('stays English when nobody speaks it, or when it cannot be fetched', async () => {
      expect(question(await stage({ locale: 'tlh' }))).to.match(/^How likely/);
      const { AskWellElement } = await import('../../src/element/ask-well.js');
      customElements.define(
        'ask-well-offline',
        class extends AskWellElement {
          static override loadLocale = (): Promise<never> => Promise.reject(new TypeError('offline'));
        },
      );
      const { recordAsk } = await import('./recorder.js');
      const element = document.body.appendChild(document.createElement('ask-well-offline')) as InstanceType<
        typeof AskWellElement
      >;
      await element.present(recordAsk({ locale: 'de' }));
      expect(element.shadowRoot!.querySelector('legend')!.textContent).to.match(/^How likely/);
      element.remove();
    });

    it('reads right to left, with 0 at the right', async () => {
      const shown = await stage({ locale: 'ar', product: 'Acme' });
      const [zero, ten] = [0, 10].map((at) => shown.root.querySelectorAll('[part=score]')[at]!.getBoundingClientRect());
      expect(zero!.left).to.be.greaterThan(ten!.left);
      const [low, high] = shown.root.querySelectorAll('.ends span');
      expect(low!.getBoundingClientRect().right).to.be.closeTo(zero!.right, 3);
      expect(high!.getBoundingClientRect().left).to.be.closeTo(ten!.left, 3);
      await until('seen', () => shown.ask.seen);
      expect(shown.ask.seen).to.include({ locale: 'ar', dir: 'rtl' });
    });

    it('has a question, eleven scores that begin with their number, and every button in each of its languages', async function patient() {
      this.timeout(60_000);
      for (const locale of locales) {
        const shown = await stage({ locale, product: 'Acme' });
        expect(question(shown), locale).to.contain('Acme');
        radioNames(shown).forEach((name, score) => expect(name, locale).to.match(new RegExp(`^${score}\\b`)));
        await choose(shown, 5);
        for (const control of shown.root.querySelectorAll('button')) {
          expect((control.getAttribute('aria-label') ?? control.textContent).trim(), locale).to.not.equal('');
        }
        clear();
      }
    });
  });

  const hostile = [
    '<img src=x onerror="window.pwned=1">',
    '</script><script>window.pwned=1</script>',
    '"><svg onload=window.pwned=1>',
    '${window.pwned=1}',
    '{{constructor.constructor("window.pwned=1")()}}',
    '<!--',
    ']]>',
    '&lt;b&gt;',
    '\u202E\u2066abc',
    '\uD800',
    '😀'.repeat(200),
    'W'.repeat(20_000),
    'a b '.repeat(2000),
  ];
  it('stays text, whatever a host or a translator puts into it', async function patient() {
    this.timeout(30_000);
    for (const evil of hostile) {
      const text = Object.fromEntries(
        [
          'low',
          'high',
          'followUp',
          'optional',
          'reasons',
          'contact',
          'email',
          'send',
          'close',
          'snooze',
          'optOut',
          'thanks',
          'region',
        ].map((key) => [key, evil]),
      );
      const shown = await stage({
        text: { ...text, question: `${evil} {product}` },
        product: evil,
        reasons: [evil],
        contact: true,
        thanks: { text: evil, link: { href: 'https://example.com/', text: evil } },
      });
      expect(question(shown)).to.equal(`${evil} ${evil}`);
      await choose(shown, 5);
      const panel = shown.root.querySelector('.panel')!;
      expect(panel.querySelectorAll('img, script, b')).to.have.length(0);
      const { width, height } = panel.getBoundingClientRect();
      expect(width).to.be.at.most(innerWidth);
      expect(height).to.be.at.most(innerHeight);
      shown.root.querySelector<HTMLElement>('.main')!.click();
      await until('thanks', () => shown.root.querySelector('a'));
      expect(shown.root.querySelector('a')!.textContent).to.equal(evil);
      clear();
    }
    expect('pwned' in window).to.equal(false);
  });
});
