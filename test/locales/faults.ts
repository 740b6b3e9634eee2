import en from '../../src/locales/en.js';
import type { LocaleCode, Messages } from '../../src/locales/index.js';
import { strangeLetter } from './alphabets.js';
import { leadingIn } from './leading.js';

/** Every string of a locale by its path: `question.employee.us`, `send`. */
export function flat(value: object, path = ''): [path: string, text: string][] {
  return Object.entries(value).flatMap(([key, inner]: [string, string | object]) =>
    typeof inner === 'object' ? flat(inner, `${path}${key}.`) : [[path + key, inner] as [string, string]],
  );
}

const english = new Map(flat(en));
const asks = /^question|^followUp$|^reasons$|^contact$/;
const says = /^thanks$|^notSent$|^closed$|^emailInvalid$/;
const leads = /^question|^followUp$|^low$|^high$|^reasons$|^thanks$|^region$/;
const fits: [keys: RegExp, characters: number][] = [
  [/^(send|close)$/, 10],
  [/^(retry|undo)$/, 18],
  [/^(snooze|optOut)$/, 24],
  [/^(low|high)$/, 32],
  [/^optional$/, 16],
];

/** How each language ends a question, where it is not with `?`. */
const questionMarks: Partial<Record<LocaleCode, string>> = {
  ar: '؟',
  el: ';',
  fa: '؟',
  fr: '\u202F?',
  ja: '？',
  th: '',
  'zh-Hans': '？',
  'zh-Hant': '？',
};
const fullStops: Partial<Record<LocaleCode, string>> = { hi: '।', ja: '。', th: '', 'zh-Hans': '。', 'zh-Hant': '。' };

/** What is meant to be as it is, with the reason. */
const allowed = new Set([
  'en optOut: has a straight quote', // A public name: PRODUCT fixes “Don't ask me again” to the letter.
  'da send: is English',
  'nb send: is English', // The same word in Danish and Norwegian.
  'de optional: is English', // The same word in German.
  'el email: has a strange letter',
  'el emailInvalid: has a strange letter', // Greek writes “email” in Latin letters.
  'ja followUp: does not end as a question',
  'ru followUp: does not end as a question', // A request, in the courteous form.
]);

/** The words alone: a digit stands for what is filled in, and for the address that is the same everywhere. */
const words = (text: string): string => text.replace(/\{\w+\}|name@example\.com/g, '0');
const end = (text: string): string => /[\s\p{P}]*$/u.exec(words(text))?.[0] ?? '';

/** Each rule says what is wrong with one string; `true` means that it is. */
const rules: Record<string, (text: string, key: string, code: LocaleCode) => boolean> = {
  'is empty': (text) => text.trim() === '',
  'has white space at an end': (text) => text !== text.trim(),
  'has two spaces in a row': (text) => /\s\s/u.test(text),
  'has a space of another kind': (text, _, code) => (code === 'fr' ? /[^\S \u202F]/u : /[^\S ]/u).test(text),
  'has an invisible character': (text, _, code) => (code === 'fa' ? /(?!\u200C)\p{Cf}/u : /\p{Cf}/u).test(text),
  'is not in normal form C': (text) => text !== text.normalize('NFC'),
  'has a straight quote': (text) => /['"`´]/.test(text),
  'has three dots for an ellipsis': (text) => text.includes('...'),
  'has a strange letter': (text, key, code) => key !== 'locale' && key !== 'dir' && !!strangeLetter(code, words(text)),
  'is English': (text, key, code) =>
    !['locale', 'dir', 'scoreLabel'].includes(key) &&
    code !== 'en' &&
    (text === english.get(key) || /\b(the|your|you|likely|answer)\b/i.test(text)),
  'leads the answer': (text, key, code) => leads.test(key) && !!leadingIn(code, text),
  'does not end as a question': (text, key, code) => asks.test(key) && end(text) !== (questionMarks[code] ?? '?'),
  'does not end as a sentence': (text, key, code) => says.test(key) && end(text) !== (fullStops[code] ?? '.'),
  'ends as a sentence, but is a label': (text, key) =>
    !asks.test(key) && !says.test(key) && key !== 'scoreLabel' && end(text) !== '',
  'opens no question': (text, key, code) => code.startsWith('es') && asks.test(key) && !/¿\p{L}/u.test(text),
  'is too long for its place': (text, key) => fits.some(([keys, most]) => keys.test(key) && text.length > most),
  'has {product} where no name is known': (text, key) => !key.endsWith('.named') && text.includes('{product}'),
  'does not have {product} once': (text, key) => key.endsWith('.named') && text.split('{product}').length !== 2,
  'has another placeholder': (text, key) =>
    /[{}]/.test(key === 'scoreLabel' ? text.replace(/\{(score|label)\}/g, '') : text.replace('{product}', '')),
  'does not begin with the number': (text, key) => key === 'scoreLabel' && !/^\{score\}\P{L}*\{label\}$/u.test(text),
};

/** All that is wrong with the words of one language, as `code key: what`. */
export function faults(code: LocaleCode, messages: Messages): string[] {
  const found = flat(messages).flatMap(([key, text]) =>
    Object.entries(rules)
      .filter(([, broken]) => broken(text, key, code))
      .map(([what]) => `${code} ${key}: ${what}`),
  );
  const keys = new Set(flat(messages).map(([key]) => key));
  for (const key of english.keys()) if (!keys.has(key)) found.push(`${code} ${key}: is missing`);
  for (const key of keys) if (!english.has(key)) found.push(`${code} ${key}: is no message`);
  if (messages.locale !== code) found.push(`${code} locale: is not the name of its file`);
  if (messages.dir !== (/^(ar|fa|he)$/.test(code) ? 'rtl' : 'ltr')) found.push(`${code} dir: is the wrong way round`);
  return found.filter((fault) => !allowed.has(fault));
}
