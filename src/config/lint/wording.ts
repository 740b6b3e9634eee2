import { FORBIDDEN } from './forbidden.js';
import { textOf, type Finding, type LintRule } from './rule.js';

/** “0 to 10”, “0 (not at all) … 10”: the scale itself, in any digits that our languages use. */
const THE_SCALE = /(?<![\d.,])[0０٠۰०]\P{Nd}{1,40}(10|１０|١٠|۱۰|१०)(?!\d)/gu;
/** “10 minutes”, “9 to 10 days”, “10 €”, “10 %”, “9 pm”, “at 9”: a quantity, which is no score. */
const QUANTITY =
  /(\d+\s*(-|–|to|bis|à|or|and)\s*)?\d+\s*(%|[€£$₽₩]|\p{L}{0,2}sec|sek|seg|min|hour|day|week|month|year|stunde|tag|woche|monat|jahr|heure|jour|semaine|mois|d[ií]a|hora|a\.?m\b|p\.?m\b|uhr|km|kg|order|visit|purchase|call|time|people|person|user|customer|contact|ticket|(?:january|february|march|april|may|june|july|august|september|october|november|december)\b)|[$€£¥₹]\s?\d+|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|\b(at|by|until|um|bis|à)\s\d+(?=\s*[.,?!;]|\s*$)/giu;
/** “recommend Windows 10”, “recommend Reward Gateway”: a name may hold any word; “recommend Our Great App” is none. */
const NAME =
  /\b([Rr]ecommend(?:ing)?) (?!(?:Our|The|Us|This|Your|A)\b)(\p{Lu}|\d)[^\s.?!,]*( (\p{Lu}|\d)[^\s.?!,]*)*/gu;

/** The label of the highest score may begin with it. */
const OWN_NUMBER = /^\W*10\W+(?=\p{L})/u;
/** Letters that nobody sees, which keep a word from being found. */
const UNSEEN = /[\u00AD\u200B-\u200D\u2060\uFEFF]/g;

/** Every text against every pattern; a code once for a text. */
export const wording: LintRule = ({ config, texts }) =>
  texts.flatMap(({ path, text }) => {
    const product = textOf(config['product']);
    const seen = text.normalize('NFKC').replace(UNSEEN, '');
    const whole = product && path !== 'product' ? seen.replaceAll(product, '…') : seen;
    const said = (path === 'text.high' ? whole.replace(OWN_NUMBER, '') : whole)
      .replace(THE_SCALE, '…')
      .replace(QUANTITY, '…')
      .replace(NAME, '$1 …');
    const found = FORBIDDEN.filter(
      ({ only, patterns, whole: all }) =>
        (only ? only.test(path) : path !== 'product') && patterns.some((one) => one.test(all ? whole : said)),
    );
    return found
      .filter(({ code }, index) => found.findIndex((one) => one.code === code) === index)
      .filter(({ code }) => code !== 'faces' || !found.some((one) => one.code === 'coloured-scale'))
      .map(({ code, level = 'error', message, source }): Finding => ({
        level,
        code,
        path,
        message: `“${shorten(text)}” ${message}`,
        source,
      }));
  });

const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}…` : text);
