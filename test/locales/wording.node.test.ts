import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { loadMessages, locales, type LocaleCode } from '../../src/locales/index.js';

interface Researched {
  question_us: string;
  question_named: string;
  low: string;
  high: string;
  followup: string;
  enps: string;
}

/** The wording that was compared with public sources, language by language. `{subject}` is our `{product}`. */
const { languages } = JSON.parse(readFileSync(new URL('wording.json', import.meta.url), 'utf8')) as {
  languages: Record<string, Researched>;
};

/** Where a file departs from it, and why. */
const departures: Record<string, string> = {
  'ko enps': '일하기 좋은 곳 is “a good place to work”, which presumes the answer; 직장 is a place to work.',
};

/** French sets a narrow no-break space before a question mark, so that the mark never begins a line. */
const typeset = (code: string, text: string): string => (code === 'fr' ? text.replaceAll(' ?', '\u202F?') : text);

describe('the researched wording', () => {
  it('covers every locale but Serbian in Latin script, which is Serbian letter for letter', () => {
    assert.deepEqual(Object.keys(languages).sort(), locales.filter((code) => code !== 'sr-Latn').sort());
  });

  for (const [code, given] of Object.entries(languages)) {
    it(`is used as it is in ${code}`, async () => {
      const { question, low, high, followUp } = await loadMessages(code as LocaleCode);
      const form = given.enps.includes('{subject}') ? 'named' : 'us';
      const used = {
        question_us: question.relational.us,
        question_named: question.relational.named,
        low,
        high,
        followup: followUp,
        enps: question.employee[form],
      };
      for (const [key, text] of Object.entries(used)) {
        const wanted = typeset(code, given[key as keyof Researched]).replace('{subject}', '{product}');
        if (departures[`${code} ${key}`]) assert.notEqual(text, wanted, 'this departure is over: take its line away');
        else assert.equal(text, wanted, key);
      }
    });

    it(`is asked again after an experience in ${code}: the same words and a few more`, async () => {
      const { question } = await loadMessages(code as LocaleCode);
      for (const form of ['named', 'us'] as const) {
        const added = without(question.transactional[form], question.relational[form]);
        assert.equal(
          added,
          without(question.transactional.us, question.relational.us),
          'both forms add the same words',
        );
        assert.ok(added.length > 5, added);
      }
    });
  }
});

/** What a longer sentence has beyond a shorter one, whether it was put before it or within it. */
function without(longer: string, shorter: string): string {
  const plain = (text: string): string => text.replaceAll(',', '').toLowerCase();
  const [long, short] = [plain(longer), plain(shorter)];
  let same = 0;
  while (long[same] === short[same] && same < short.length) same += 1;
  const added = long.slice(same, same + long.length - short.length);
  assert.equal(
    long.slice(0, same) + long.slice(same + added.length),
    short,
    'the standard sentence is whole within it',
  );
  return added.trim();
}

/** Serbian Cyrillic to Latin; the only letters of two are lj, nj and dž. */
const latin: Record<string, string> = Object.fromEntries(
  Array.from('абвгдђежзијклљмнњопрстћуфхцчџш').map((letter, index) => [
    letter,
    'a b v g d đ e ž z i j k l lj m n nj o p r s t ć u f h c č dž š'.split(' ')[index] ?? '',
  ]),
);
const inLatin = (text: string): string =>
  text.replace(/\p{Script=Cyrillic}/gu, (letter) => {
    const small = latin[letter.toLowerCase()] ?? '?';
    return letter === letter.toLowerCase() ? small : small.charAt(0).toUpperCase() + small.slice(1);
  });

describe('Serbian in Latin script', () => {
  it('is the Cyrillic text letter for letter', async () => {
    const cyrillic = await loadMessages('sr');
    assert.deepEqual(
      { ...(await loadMessages('sr-Latn')), locale: 'sr' },
      JSON.parse(inLatin(JSON.stringify(cyrillic))),
    );
  });
});
