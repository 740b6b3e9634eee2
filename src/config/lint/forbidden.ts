import type { Finding } from './rule.js';

interface Pattern {
  code: string;
  level?: Finding['level'];
  /** Any of these trips it. */
  patterns: readonly RegExp[];
  /** Only texts at these paths; without it all but the name of the product. */
  only?: RegExp;
  /** Looks at names, sums and times as well. */
  whole?: true;
  message: string;
  source: string;
}

const ASKING = /^text\.(question|followUp|low|high|scoreLabel)/;
const SCALE = /^text\.(question|low|high|scoreLabel)/;

const BAIN = 'Bain & Company, “10s are good, 9s are fine”: if someone is begging you for a score…';
const GAMES = 'CustomerGauge, “Stop playing games with the Net Promoter System”';
const COLOUR = 'Tourangeau, Couper & Conrad 2007, Public Opinion Quarterly 71:91–112';
const BIAS = 'nonresponse bias P·(O − N), TRC white paper 215; several review platforms forbid it';

const PRAISE =
  /\b(excellent|amazing|awesome|fantastic|wonderful|outstanding|superb|brilliant|exceptional|great|world[\s-]class|award[\s-]winning|(the|our) best|best ever|(no\.?|number|#) ?1|world['’]s (best|leading|favou?rite))\b/i;
const LEADS = 'praises what it asks about, and so leads the answer; use the standard sentence';
const DHL = 'DHL, guide to the Net Promoter question: “You shouldn’t change or alter this question”';
const OFFER = 'offers something for answering, which brings other people and other answers; leave it out';

/** Of somebody who serves customers. */
const TITLE =
  '(?:(?:customer|sales|service|support|delivery)\\s+)?(?:agent|representative|rep|advis[eo]r|employee|technician|cashier|waiter|waitress|driver|clerk|consultant|barista|receptionist|salesperson|colleague|person|(?:account|relationship|project|case|branch|store) manager|doctor|dentist|nurse|teacher|trainer|therapist|instructor|stylist)';

/**
 * What text must not say. English, with the commonest words of six other languages where a wish is put most often, and signs
 * that need no language: numbers, sums of money, faces.
 */
export const FORBIDDEN: readonly Pattern[] = [
  {
    code: 'wanted-number',
    patterns: [
      /\b(give|gave|giving|score|scor|rate|rating|choose|pick|select|mark|leave|deserve)\w*\b[^.!?]{0,40}\b(9|10|nines?|tens?)\b/i,
      /\b(only|just)\s+(an?\s+)?(9|10|nines?|tens?)\b|\b(9|10|nine|ten)s?\b[^.!?]{0,30}\b(counts?|matters?|hoped?|please)\b/i,
      /\b(anything|everything|a score)\s+(but|below|under|less than|lower than|short of)\s+(an?\s+)?(\d|nine|ten|perfect|top)/i,
      /\b[0-8]s?\b[^.!?]{0,12}\b(is|are|counts? as|means?)\b[^.!?]{0,12}\b(fail|bad|poor|problem|unhappy|zero|nothing)/i,
      /\b(an?|the|your|every|each)\s+(9|10)s?(?=\s*([.,!?;:]|$)|\s+(we|i|you)\b)/i,
      /\b(perfect|top|highest|maximum|best|full|good|great|nice|high|positive|generous)\s+(possible\s+)?(scores?|marks?|ratings?|grades?|votes?)\b/i,
      /\b(score|rate|mark)\s+(us|me|our \w+)\s+(high|highly|well|top|good|up)\b/i,
      /\b(10|ten)\s*(\/|out of|von|sur|su|de|van|z)\s*(10|ten)\b/i,
      /\b(bestnote|höchstnote|volle punktzahl|beste bewertung|meilleure note|note maximale|máxima puntuación|massimo dei voti|hoogste score|najwyższ\w+ ocen\w+)|満点|最高の評価|满分|滿分|五星|만점/i,
      /\b(5|five)[\s-]*stars?\b|[⭐★🌟]{2}/iu,
    ],
    message: 'names the score that is wanted; ask for the truth and leave the number to the person',
    source: GAMES,
  },
  {
    // No language needed: a 9 or a 10 that is not the end of a scale “0 … 10”, nor a name, a sum or a time.
    code: 'wanted-number',
    only: ASKING,
    patterns: [/(?<![\d.,])([9٩۹९９]|10|١٠|۱۰|१०|１０)(?![\d.,]\d|\d)/u],
    message: 'mentions a number of the scale by itself, which draws answers to it; name only the ends',
    source: 'MeasuringU; Liu & Conrad 2018: a value that is shown first is chosen more often',
  },
  {
    code: 'begging',
    patterns: [
      /\b(please|kindly|pls)\b[^.!?]*\b((rate|score|support|recommend) (us|me|him|her|our)|vote|give (us|me|him|her|our \w+) (?!your\b|the\b|any\b|some\b|feedback)|be (kind|generous|nice))/i,
      /\bpretty please\b|\bsay yes\b|\bmake \w+['’]s day\b|\b(be|be so) (kind|generous|nice)\b|\b(i|we) beg\b|\b(every|each) (point|vote|star|score|rating) (counts|matters|helps)\b/i,
      /\b(help|support) (us|me)\b[^.!?]*\b(reach|hit|get|make|achieve|win|grow|stay|out)\b|\bsupport (our|my|a) [^.!?]{0,20}\b(team|business|shop|family)\b/i,
      /\b(would|will|could)\s+(really\s+|greatly\s+)?(help (us|me)|mean (a lot|the world|so much)|make (my|our) (day|week))\b|\bmeans? (a lot|the world|so much)\b/i,
      /\b(my|our|his|her|their)\s+(job|jobs|bonus|pay|salary|team['’]?s? target|performance review|livelihood)\b|\b(my|our|his|her|their) (boss|manager)\b[^.!?]*\b(sees?|reads?|checks?|watch\w*|look\w*|score|rating)\b/i,
      /\b(mein|unser|ihr|sein)e?[nms]?\s+(job|bonus|prämie|gehalt|arbeitsplatz)\b|\b(ma|mon|sa|son|leur|notre)\s+(prime|emploi|salaire)\b|\b(mi|su|nuestro)\s+(bono|sueldo)\b/i,
      /\bwork(ed|s|ing)? (really |so |very )?hard\b|\b(we|i)\s+(really\s+)?(need|depend on|rely on|count on)\s+(you|your)\b|\bdepends? on (you|your)\b/i,
      /\b(bitte|s'il (vous|te) pla[iî]t|por favor|per favore|alsjeblieft|alstublieft|prosz[ęe])\b[^.!?]*(bewerten?\b|geben sie uns|unterstütz|helfen sie uns|note[zr]|donnez-|calif[ií](que|car)|val[oó]r(e|en|ar)\b|d[eé]nos|avali(e|ar)\b|valuta(re|te|teci|ci)?\b|votate|beoordeel|oce(ń|nić))/iu,
      /[🙏🥺]|!{2,}/u,
    ],
    message: 'asks for a favour; ask the question and no more',
    source: BAIN,
  },
  {
    code: 'leading',
    only: ASKING,
    patterns: [
      PRAISE,
      /\bhow (much|strongly) (do|did) you (love|like|enjoy)\b|\b(you( have|['’]ve)? (loved?|enjoyed?)|lov(e|es|ing) (us|it|our))\b|\b(since|because|as) you (like|love|enjoy)\b|\bwhy do you (love|like)\b/i,
      /\b(do|would|is|are)n['’]t (you|we|it)\b|n['’]t\b[^.!?]*, (would|will|do|can) you *\?/i,
      /\b(ausgezeichnet|hervorragend|fantastisch|gro[ßs]+artig|formidable|g[ée]nial|excelente|incre[ií]ble|fant[aá]stic|eccellente|fantastic|geweldig|uitstekend)/iu,
    ],
    message: LEADS,
    source: DHL,
  },
  {
    code: 'leading',
    only: /^product$/,
    patterns: [RegExp(`^(our|my|this)\\b.*${PRAISE.source}`, 'i')],
    message: LEADS,
    source: DHL,
  },
  {
    code: 'presuming',
    level: 'warning',
    // A list for everybody; one for each category may name what that category means.
    only: /^reasons\[/,
    patterns: [PRAISE, /\b(friendly|good|easy|fast|quick|helpful|poor|bad|slow|rude|too|lack of|missing)\b/i],
    message: 'presumes a fault or a merit, although everybody picks from it; name the subject alone, such as “Support”',
    source: 'F. Reichheld’s rules of measurement: audit for freedom from bias',
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
    only: /^(text|thanks)\b/,
    patterns: [
      // “Our discount service” is a product, “a discount” and “your voucher” are offers.
      /(?<!\b(our|the|this|that|these|those) (\w+ ){0,2})\b(prizes?|vouchers?|gift\s?cards?|discounts?|coupons?|promo codes?|rewards?|raffle|sweepstakes?|prize draw|free (month|gift|shipping|trial)|cash\s?back|(loyalty|bonus|reward|extra) points)\b/i,
      /\b([Ww]in|[Ee]arn|[Cc]laim)\s+(an?|your|one|some|up|[$€£\d]|\p{Lu})|\b[Cc]hance (to win|at|of winning)\b|\b[Gg]et\s+(an?\s|your\s|one\s)?free\b|\bcode:?\s+[A-Z]+\d+\b|\b[Ee]nter(ed)?\b[^.!?]{0,12}\b(draw|competition|contest|lottery)\b/u,
      /\b(gutschein|rabatt|gewinn(en|spiel)|bon d['’]achat|remise|cadeau|concours|descuento|cup[oó]n|sorteo|regalo|desconto|brinde|sconto|buono|premio|korting|kortingscode|winnen|zni[żz]k)/iu,
    ],
    message: OFFER,
    source: BIAS,
  },
  {
    code: 'incentive',
    whole: true,
    patterns: [
      /\bget\s+\d+\s+(free )?(months?|weeks?|points|credits)\b/i,
      /\b(for|get|gets|earn|receive|chance)\b[^.!?]{0,20}([$€£¥₹₽₩]\s?\d|\d\s?[€£₽₩])|\b\d{1,3}\s?%\s*(off|rabatt|de (r[ée]duction|descuento)|di sconto|korting)|[-−–]\s?\d{1,2}\s?%|[🎁🎉💰💵🏆]/iu,
    ],
    message: OFFER,
    source: BIAS,
  },
  {
    code: 'incentive',
    level: 'warning',
    whole: true,
    patterns: [/[$€£¥₹₽₩]\s?\d|\d\s?[€£₽₩]|\b\d+\s?(USD|EUR|GBP|CHF)\b/u],
    message:
      'names a sum of money; where it is an offer for answering, it brings other people and other answers: leave it out',
    source: BIAS,
  },
  {
    code: 'employee-subject',
    only: /^(text\.|product$)/,
    whole: true,
    patterns: [
      // Followed by a name, by what they did, or by nothing; “our agent portal” is a product.
      RegExp(
        `\\b([Rr]ecommend|[Rr]ate|[Ss]core|[Hh]ire|[Ss]atisfied with)\\b[^.!?]{0,40}\\b(your|our|the|this) ${TITLE}(?=\\s*[,.?!:;]|\\s*$|\\s+(who|that|you|to|for|from|at|in|with|today|again|\\p{Lu}))`,
        'u',
      ),
      RegExp(
        `\\b[Hh]ow (was|were|is) (\\p{Lu}\\p{L}+, )?(your|our|the|this) ${TITLE}(?=\\s*[,.?!:;]|\\s*$|\\s+(who|that|and|today|at|in)\\b)`,
        'u',
      ),
      RegExp(`^(your|our|my) ${TITLE}\\b`, 'i'),
      /\b(ihr|unser|dein|euer)(e?[mnrs]?)?\s+((kunden)?berater|mitarbeiter|verkäufer|techniker|betreuer|fahrer|kellner)(in|n)?\b|\b(votre|notre|ton)\s+(conseill|vendeu|technicien|agent|serveu)|\b(su|nuestro)\s+(asesor|agente|vendedor|técnico)|\b(il suo|il nostro)\s+(consulente|agente|venditore|tecnico)|\b(uw|onze)\s+(adviseur|medewerker|verkoper|monteur)/iu,
      RegExp(`\\b(your|our|the|this) ${TITLE}\\s+(do|did|perform|handle|treat|help|serve)`, 'i'),
      /\b(who|agent|colleague|person|employee|advis[eo]r) (has )?(helped|served|assisted|advised) you\b|\b(helped|served|assisted) you today\b/i,
      /\{(agent|employee|advis[eo]r|rep|representative|staff|technician|name|first_?name)\}/i,
      /(^|\s)(Mrs?|Ms|Miss|Herr|Frau|Mme|Monsieur|Madame|Sr|Sra|Sig|Dhr|Mevr)\.?\s\p{Lu}|\b\p{Lu}\p{Ll}+ (from|in|of) (our )?(support|sales|service|accounts|billing)\b/u,
    ],
    message: 'makes one employee the subject; ask about the company, the product or the visit',
    source: 'T. Smith 2014, “Use NPS to improve customer experience, not to disempower employees”',
  },
  {
    code: 'coloured-scale',
    only: SCALE,
    patterns: [
      // Whatever is a picture in any language, but © ® ™.
      /(?![©®™])\p{Extended_Pictographic}|[☆●○■□]|[:;]-?[)(D]/u,
      /\b\d\s*stars?\b|\bhow many stars\b/i,
    ],
    message: 'paints the scale with colours, faces or stars, which moves answers to the high end; use words alone',
    source: COLOUR,
  },
  {
    code: 'coloured-scale',
    only: /^text\.(low|high)/,
    patterns: [/(?<!\p{L})(red|green|amber|rot|grün|gelb|rouge|vert|rojo|verde|rosso|rood|groen)(?!\p{L})/iu],
    message: 'paints the scale with colours, which moves answers to the high end; use words alone',
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
      /\b(get|gets|getting) (in(to)?|someone in(to)?) trouble\b|\b(lose|loses|losing|cost(s)?) (my|our|his|her|their) (job|bonus)\b|\bfail(s|ed|ing)?\b[^.!?]{0,20}\b(score|survey|review)\b|\b(scores?|ratings?)\b[^.!?]{0,30}\bfail(ure)?\b/i,
    ],
    message: 'hints at what a low score would do to somebody; leave it out',
    source: 'B. Morgan, “How to successfully use NPS”: the implication that the service rep will get in trouble',
  },
];
