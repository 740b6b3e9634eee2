import type { Finding, LintRule } from './rule.js';

interface Pattern {
  code: string;
  level?: Finding['level'];
  /** Any of these trips it. */
  patterns: readonly RegExp[];
  /** Only texts at these paths. */
  only?: RegExp;
  message: string;
  source: string;
}

const ASKING = /^text\.(question|followUp|low|high|scoreLabel)/;
const SCALE = /^text\.(question|low|high|scoreLabel)/;

const BAIN = 'Bain & Company, “10s are good, 9s are fine”: if someone is begging you for a score…';
const GAMES = 'CustomerGauge, “Stop playing games with the Net Promoter System”';
const COLOUR = 'Tourangeau, Couper & Conrad 2007, Public Opinion Quarterly 71:91–112';

/**
 * What text must not say. English, with the commonest words of six other languages where a wish is put most often, and signs
 * that need no language: numbers, sums of money, faces.
 */
export const WORDING: readonly Pattern[] = [
  {
    code: 'wanted-number',
    patterns: [
      /\b(give|giving|score|scor|rate|rating|choose|pick|select|mark|leave|deserve)\w*\b[^.!?]{0,40}\b(9|10|nines?|tens?)\b(?!\s*(%|seconds|minutes|hours|days))/i,
      /\b(only|just)\s+(an?\s+)?(9|10|nines?|tens?)\b|\b(9|10|nine|ten)s?\b[^.!?]{0,30}\b(counts?|matters?|hoped?|please)\b/i,
      /\b(anything|everything|a score)\s+(below|under|less than|lower than|short of)\b/i,
      /\b(perfect|top|highest|maximum|best)\s+(possible\s+)?(score|mark|rating|marks)\b/i,
      /\b(5|five)[\s-]*stars?\b|[⭐★🌟]{2}/iu,
    ],
    message: 'names the score that is wanted; ask for the truth and leave the number to the person',
    source: GAMES,
  },
  {
    // No language needed: a 9 or a 10 that is not the end of a scale “0 … 10”, nor a sum or a time.
    code: 'wanted-number',
    only: ASKING,
    patterns: [
      /(?<![\d.,])([9٩۹९９]|10|١٠|۱۰|१०|１０)(?![\d.,]\d|\d|\s*(%|\p{L}{0,2}sec|sek|seg|min|day|tag|jour|d[ií]a))/iu,
    ],
    message: 'mentions a number of the scale by itself, which draws answers to it; name only the ends',
    source: 'MeasuringU; Liu & Conrad 2018: a value that is shown first is chosen more often',
  },
  {
    code: 'begging',
    patterns: [
      /\b(please|kindly|pls)\b[^.!?]*\b(rate|give|score|vote|recommend|support|be (kind|generous|nice))\b/i,
      /\b(help|support) (us|me)\b[^.!?]*\b(reach|hit|get|make|achieve|win|grow|stay|out)\b/i,
      /\b(would|will|could)\s+(really\s+|greatly\s+)?(help (us|me)|mean (a lot|the world|so much)|make (my|our) day)\b/i,
      /\b(my|our|his|her|their)\s+(job|jobs|bonus|pay|salary|boss|manager|team'?s? target|performance review|livelihood)\b/i,
      /\b(we|i)\s+(really\s+)?(need|depend on|rely on|count on)\s+(you|your)\b|\bdepends? on (you|your)\b/i,
      /\b(bitte|s'il (vous|te) pla[iî]t|por favor|per favore|alsjeblieft|alstublieft|prosz[ęe])\b[^.!?]*(bewert|geben sie|note[zr]|donnez|calif|val[oó]r|d[eé]nos|avali|nota|valuta|votat|beoordeel|oce[nń])/iu,
      /[🙏🥺]|!{2,}/u,
    ],
    message: 'asks for a favour; ask the question and no more',
    source: BAIN,
  },
  {
    code: 'leading',
    only: ASKING,
    patterns: [
      /\b(excellent|amazing|awesome|fantastic|wonderful|outstanding|superb|brilliant|exceptional|great|world[\s-]class|award[\s-]winning|(the|our) best)\b/i,
      /\bhow (much|strongly) (do|did) you (love|like|enjoy)\b|\byou('ve| have)? (loved?|enjoyed?)\b|\b(don't|wouldn't|isn't|aren't) you\b/i,
      /\b(ausgezeichnet|hervorragend|fantastisch|gro[ßs]+artig|formidable|g[ée]nial|excelente|incre[ií]ble|fant[aá]stic|eccellente|fantastic|geweldig|uitstekend)/iu,
    ],
    message: 'praises what it asks about, and so leads the answer; use the standard sentence',
    source: 'DHL, guide to the Net Promoter question: “You shouldn’t change or alter this question”',
  },
  {
    code: 'presuming',
    level: 'warning',
    only: /^text\.followUp$/,
    patterns: [
      /\bwhat (went wrong|did we do wrong|disappointed|annoyed|do you (like|love|value)|did you (like|love))\b/i,
      /\b(could|can|should) we (do to )?(improve|do better|put right|fix)\b/i,
    ],
    message: 'presumes a fault or a merit, although everybody is asked it; ask for the primary reason for the score',
    source: 'F. Reichheld’s follow-up, as given by Loyalty Formula: “What is the primary reason for your score?”',
  },
  {
    code: 'incentive',
    patterns: [
      /\b(win|prizes?|vouchers?|gift\s?cards?|discounts?|coupons?|promo codes?|rewards?|raffle|sweepstakes?|prize draw|free (month|gift|shipping|trial)|cash\s?back|loyalty points)\b/i,
      /[$€£¥₹₽₩]\s?\d|\d\s?[€£₽₩]|\b\d+\s?(USD|EUR|GBP|CHF)\b|\b\d{1,3}\s?%\s*(off|rabatt|de (r[ée]duction|descuento)|di sconto|korting)|[🎁🎉💰💵🏆]/iu,
      /\b(gutschein|rabatt|gewinn(en|spiel)|bon d'achat|remise|cadeau|concours|descuento|cup[oó]n|sorteo|regalo|desconto|brinde|sconto|buono|premio|korting|kortingscode|winnen|zni[żz]k)/iu,
    ],
    message: 'offers something for answering, which brings other people and other answers; leave it out',
    source: 'nonresponse bias P·(O − N), TRC white paper 215; several review platforms forbid it',
  },
  {
    code: 'employee-subject',
    only: /^(text\.|product$)/,
    patterns: [
      /\b(recommend|rate|score|satisfied with)\b[^.!?]{0,40}\b(your|our|the|this)\s+((customer|sales|service|support|delivery)\s+)?(agent|representative|rep|adviser|advisor|employee|technician|cashier|waiter|waitress|driver|clerk|consultant|colleague who|person who)\b/i,
      /\b(who|agent|colleague|person|employee|advis[eo]r) (has )?(helped|served|assisted|advised) you\b|\b(helped|served|assisted) you today\b/i,
      /\{(agent|employee|advis[eo]r|rep|representative|staff|technician|name|first_?name)\}/i,
      /(^|\s)(Mrs?|Ms|Miss|Herr|Frau|Mme|Monsieur|Madame|Sr|Sra|Sig|Dhr|Mevr)\.?\s\p{Lu}/u,
    ],
    message: 'makes one employee the subject; ask about the company, the product or the visit',
    source: 'T. Smith 2014, “Use NPS to improve customer experience, not to disempower employees”',
  },
  {
    code: 'coloured-scale',
    only: SCALE,
    patterns: [
      /[\u{1F534}-\u{1F535}\u{1F7E0}-\u{1F7EB}⚪⚫🔺🔻❌✅❎💚❤💔🧡💛]|[\u{1F600}-\u{1F64F}\u{1F910}-\u{1F93F}\u{1F970}-\u{1F97A}☹☺]|[👍👎⭐★☆🌟]|[:;]-?[)(D]/u,
    ],
    message: 'paints the scale with colours, faces or stars, which moves answers to the high end; use words alone',
    source: COLOUR,
  },
  {
    code: 'faces',
    level: 'warning',
    patterns: [/[\u{1F600}-\u{1F64F}\u{1F910}-\u{1F93F}\u{1F970}-\u{1F97A}☹☺👍👎]/u],
    message: 'has faces or thumbs, which say what answer is liked; use words alone',
    source: COLOUR,
  },
  {
    code: 'names-group',
    patterns: [/\b(detractors?|promoters?|passives?)\b/i],
    message:
      'tells people which group they fell into, which changes their next answer; leave the name of the group out',
    source: GAMES,
  },
  {
    code: 'threat',
    patterns: [
      /\b(get|gets|getting) (in(to)?|someone in(to)?) trouble\b|\b(lose|loses|losing|cost(s)?) (my|our|his|her|their) (job|bonus)\b|\bfail(s|ed|ing)?\b[^.!?]{0,20}\b(score|survey|review)\b/i,
    ],
    message: 'hints at what a low score would do to somebody; leave it out',
    source: 'B. Morgan, “How to successfully use NPS”: the implication that the service rep will get in trouble',
  },
];

/** “0 to 10”, “0 (not at all) … 10”: the scale itself, in any digits that our languages use. */
const THE_SCALE = /(?<![\d.,])[0０٠۰०]\P{Nd}{1,40}(10|１０|١٠|۱۰|१०)(?!\d)/gu;

/** Every text against every pattern; a code once for a text. */
export const wording: LintRule = ({ texts }) =>
  texts.flatMap(({ path, text }) => {
    const said = text.replace(THE_SCALE, '…');
    const found = WORDING.filter(
      ({ only, patterns }) => (!only || only.test(path)) && patterns.some((one) => one.test(said)),
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
