import type { LocaleCode } from '../../src/locales/index.js';

/**
 * The letters that a text in each language may be written with, beyond a–z where its script is Latin. It finds what the
 * eye does not: a Cyrillic а in a Polish word, a cedilla for a comma in Romanian, an Arabic yeh in Persian.
 */
const letters: Record<LocaleCode, string> = {
  ar: '\u0621-\u063A\u0641-\u0652ـ',
  bg: 'абвгдежзийклмнопрстуфхцчшщъьюя',
  ca: 'a-zàçèéíïòóúü·',
  cs: 'a-záčďéěíňóřšťúůýž',
  cy: 'a-zâêîôûŵŷáéíóúàèìòùäëïöü',
  da: 'a-zæøåé',
  de: 'a-zäöüß',
  el: 'α-ωάέήίόύώϊϋΐΰ',
  en: 'a-z',
  es: 'a-záéíñóúü',
  'es-MX': 'a-záéíñóúü',
  et: 'a-zäõöüšž',
  fa: 'آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیأئؤء\u064B\u0654',
  fi: 'a-zäöå',
  fr: 'a-zàâæçéèêëîïôœùûüÿ',
  he: 'א-ת',
  hi: '\\p{Script=Devanagari}',
  hr: 'a-zčćđšž',
  hu: 'a-záéíóöőúüű',
  id: 'a-z',
  is: 'a-záðéíóúýþæö',
  it: 'a-zàèéìòù',
  ja: '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー',
  ko: '\\p{Script=Hangul}',
  lt: 'a-ząčęėįšųūž',
  lv: 'a-zāčēģīķļņšūž',
  ms: 'a-z',
  nb: 'a-zæøåéòô',
  nl: 'a-zéêëïöü',
  pl: 'a-ząćęłńóśźż',
  'pt-BR': 'a-záâãàçéêíóôõú',
  'pt-PT': 'a-záâãàçéêíóôõú',
  ro: 'a-zăâîșț',
  ru: 'а-яё',
  sk: 'a-záäčďéíĺľňóôŕšťúýž',
  sl: 'a-zčšž',
  sr: 'абвгдђежзијклљмнњопрстћуфхцчџш',
  'sr-Latn': 'a-zčćđšž',
  sv: 'a-zåäöé',
  th: '\\p{Script=Thai}',
  tr: 'abcçdefgğhıijklmnoöprsştuüvyzâîû',
  uk: 'абвгґдеєжзиіїйклмнопрстуфхцчшщьюя',
  vi: 'a-zàáâãèéêìíòóôõùúýăđĩũơưạ-ỹ',
  'zh-Hans': '\\p{Script=Han}',
  'zh-Hant': '\\p{Script=Han}',
};

/** Characters that only one of the two Chinese scripts uses, pair by pair. */
const simplified = '们么数给为请电发关闭后问调选联储复试经体验据荐这个来响评询谢时复哪儿务实将对与该见亲无';
const traditional = '們麼數給為請電發關閉後問調選聯儲復試經體驗據薦這個來響評詢謝時覆哪兒務實將對與該見親無';
const onlyIn = (mine: string, theirs: string): string =>
  Array.from(theirs)
    .filter((character) => !mine.includes(character))
    .join('');
const foreign: Partial<Record<string, RegExp>> = {
  'zh-Hans': new RegExp(`[${onlyIn(simplified, traditional)}]`, 'u'),
  'zh-Hant': new RegExp(`[${onlyIn(traditional, simplified)}]`, 'u'),
};

/** The first character that is a letter, but not one of this language's. */
export function strangeLetter(code: LocaleCode, text: string): string | undefined {
  const own = new RegExp(`[${letters[code]}]`, 'iu');
  const found = Array.from(text).find((character) => /[\p{L}\p{M}]/u.test(character) && !own.test(character));
  return found ?? foreign[code]?.exec(text)?.[0];
}
