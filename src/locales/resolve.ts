/** The locales that come with the package: one file `<code>.js` each. A code is the canonical BCP 47 tag of its file. */
export const locales = [
  'ar',
  'bg',
  'ca',
  'cs',
  'cy',
  'da',
  'de',
  'el',
  'en',
  'es',
  'es-MX',
  'et',
  'fa',
  'fi',
  'fr',
  'he',
  'hi',
  'hr',
  'hu',
  'id',
  'is',
  'it',
  'ja',
  'ko',
  'lt',
  'lv',
  'ms',
  'nb',
  'nl',
  'pl',
  'pt-BR',
  'pt-PT',
  'ro',
  'ru',
  'sk',
  'sl',
  'sr',
  'sr-Latn',
  'sv',
  'th',
  'tr',
  'uk',
  'vi',
  'zh-Hans',
  'zh-Hant',
] as const;

export type LocaleCode = (typeof locales)[number];

/** Canonical, its script and region made explicit by likely subtags (Unicode TR 35 §4.3). Nothing for a malformed tag. */
function likely(tag: string): Intl.Locale | undefined {
  try {
    // Bokmål is the only Norwegian file; `pt_BR` is how many back ends write `pt-BR`.
    return new Intl.Locale(tag.replace(/_/g, '-').replace(/^n[no]\b/i, 'nb')).maximize();
  } catch {
    return undefined;
  }
}

/**
 * The code of the file to show to somebody who wants these BCP 47 tags, the dearest first; `'en'` when none fits.
 * A file fits when its language and its script are those of the tag, so a reader never meets a script that they did not
 * ask for: `zh-TW` and `zh-HK` are `zh-Hant`, `sr-ME` is `sr-Latn`, `hi-Latn` is nothing of ours. Old codes (`iw`,
 * `in`, `mo`) are mended by `Intl`. Where two files fit, that of the same region is taken, else the later one: as in CLDR's
 * parent locales, every Spanish but that of Spain is nearer to `es-MX` (its parent is `es-419`), and every Portuguese
 * but that of Brazil nearer to `pt-PT`; without a region `es` is Spain and `pt` Brazil.
 * Case does not matter, and a malformed or unknown tag is passed over: it never throws.
 */
export function resolveLocale(wanted: readonly string[]): LocaleCode {
  for (const tag of wanted) {
    const want = likely(tag);
    const fits = locales.filter(
      (code) => likely(code)?.language === want?.language && likely(code)?.script === want?.script,
    );
    const fit = fits.find((code) => likely(code)?.region === want?.region) ?? fits.at(-1);
    // `und` says that nobody knows the language, and likely subtags would guess English.
    if (fit && tag !== 'und') return fit;
  }
  return 'en';
}
