import { expect } from '@open-wc/testing';
import { locales, resolveLocale } from '../../src/locales/resolve.js';

const single: [wanted: string, code: string, why: string][] = [
  ['de', 'de', 'the exact tag'],
  ['DE', 'de', 'case does not matter'],
  ['pt-br', 'pt-BR', 'case does not matter in a region'],
  ['zh-HANT', 'zh-Hant', 'case does not matter in a script'],
  ['de-AT', 'de', 'a region falls back to its language'],
  ['de-Latn-CH-1996-u-nu-latn', 'de', 'script, variant and extension are dropped'],
  ['en-GB', 'en', 'every English is the one English'],
  ['pt_BR', 'pt-BR', 'an underscore is taken for a hyphen'],

  ['zh', 'zh-Hans', 'Chinese without more is simplified'],
  ['zh-CN', 'zh-Hans', 'China writes simplified'],
  ['zh-SG', 'zh-Hans', 'Singapore writes simplified'],
  ['zh-TW', 'zh-Hant', 'Taiwan writes traditional'],
  ['zh-HK', 'zh-Hant', 'Hong Kong writes traditional'],
  ['zh-MO', 'zh-Hant', 'Macao writes traditional'],
  ['zh-Hans-HK', 'zh-Hans', 'a script that is named wins over the region'],

  ['no', 'nb', 'Norwegian is bokmål'],
  ['nn-NO', 'nb', 'a reader of nynorsk reads bokmål'],
  ['no-NO', 'nb', 'Norwegian of Norway'],
  ['iw', 'he', 'the old code of Hebrew'],
  ['in-ID', 'id', 'the old code of Indonesian'],
  ['mo', 'ro', 'Moldavian is Romanian'],

  ['pt', 'pt-BR', 'most readers of Portuguese are in Brazil'],
  ['pt-AO', 'pt-PT', 'Angola follows the European norm'],
  ['pt-MZ', 'pt-PT', 'Mozambique follows the European norm'],
  ['es-ES', 'es', 'Spain'],
  ['es-419', 'es-MX', 'Latin America'],
  ['es-AR', 'es-MX', 'Argentina is nearer to Mexico than to Spain'],
  ['es-US', 'es-MX', 'the United States too'],

  ['sr', 'sr', 'Serbian without more is Cyrillic'],
  ['sr-RS', 'sr', 'Serbia'],
  ['sr-Latn', 'sr-Latn', 'Serbian in Latin script'],
  ['sr-Latn-RS', 'sr-Latn', 'Latin script with a region'],
  ['sr-ME', 'sr-Latn', 'Montenegro writes Latin script'],
  ['sr-Cyrl-ME', 'sr', 'a script that is named wins over the region'],
  ['hi-Latn', 'en', 'Hindi in Latin script is not Hindi in Devanagari'],

  ['ar-EG', 'ar', 'every Arabic is the one Arabic'],
  ['eu', 'en', 'a language that is not here'],
  ['und', 'en', 'nobody knows which'],
];

const malformed = [
  '',
  ' ',
  '-',
  'x',
  '*',
  'de-',
  '-de',
  'de--AT',
  'x-klingon',
  'auto',
  'en-US.UTF-8',
  'a'.repeat(500),
  '\u0000',
  '🙂',
];

describe('resolveLocale', () => {
  for (const [wanted, code, why] of single) {
    it(`gives ${code} for ${wanted}: ${why}`, () => {
      expect(resolveLocale([wanted])).to.equal(code);
    });
  }

  for (const code of locales) {
    it(`gives ${code} for itself, in either case`, () => {
      expect(resolveLocale([code.toLowerCase()])).to.equal(code);
      expect(resolveLocale([code.toUpperCase()])).to.equal(code);
    });
  }

  it('takes the dearest that fits, not the best that fits', () => {
    expect(resolveLocale(['eu', 'es-ES', 'fr'])).to.equal('es');
    expect(resolveLocale(['en-AU', 'de'])).to.equal('en');
  });

  it('passes over what it cannot read', () => {
    expect(resolveLocale(['', 'not a tag', 'und', 'de'])).to.equal('de');
  });

  it('gives English when nothing is wanted', () => {
    expect(resolveLocale([])).to.equal('en');
  });

  for (const tag of malformed) {
    it(`never throws on ${JSON.stringify(tag.slice(0, 20))}`, () => {
      expect(resolveLocale([tag])).to.equal('en');
    });
  }
});
