import type { LocaleCode } from '../../src/locales/index.js';

const serbian = 'molim|nadamo|pomozite|odličn|izvrsn|crven|zelen|žut';
const portuguese = 'por favor|esper|ajud|excelente|ótim|vermelh|verde|amarel';
const spanish = 'por favor|esper|ayud|excelente|perfect|rojo|verde|amarill';

/**
 * Beginnings of words that would lead an answer, by language: please, we hope, help us, excellent, perfect, and the
 * colours of a traffic light. They stand in no question, label, follow-up or thanks.
 */
const words: Record<LocaleCode, string> = {
  ar: 'من فضلك|يرجى|نرجو|نأمل|ساعد|ممتاز|رائع|أحمر|أخضر|أصفر',
  bg: 'моля|надявам|помогнете|отличн|страхотн|червен|зелен|жълт',
  ca: 'si us plau|esper|ajud|excel|fantàstic|vermell|verd|groc',
  cs: 'prosím|doufá|pomozte|výborn|skvěl|červen|zelen|žlut',
  cy: 'os gwelwch|gobeithio|helpu|ardderchog|gwych|coch|gwyrdd|melyn',
  da: 'venligst|håber|hjælp|fremragende|fantastisk|rød|grøn|gul',
  de: 'bitte|hoff|helfen|hilf|ausgezeichnet|hervorragend|toll|rot|grün|gelb',
  el: 'παρακαλ|ελπίζ|βοηθ|άριστ|τέλει|υπέροχ|κόκκιν|πράσιν|κίτριν',
  en: 'please|kindly|hope|help|excellent|great|perfect|love|best|red|green|yellow',
  es: spanish,
  'es-MX': spanish,
  et: 'palun|looda|aidake|suurepära|punane|roheli|kolla',
  fa: 'لطف|امیدوار|کمک|عالی|قرمز|سبز|زرد',
  fi: 'ole hyvä|toivo|auta|erinomai|loistava|punai|vihreä|keltai',
  fr: 's’il vous plaît|veuillez|espér|aid|excellent|parfait|rouge|vert|jaune',
  he: 'בבקשה|נא |מקווים|עזרו|מצוין|נהדר|אדום|ירוק|צהוב',
  hi: 'कृपया|आशा|मदद|उत्कृष्ट|बेहतरीन|लाल|हरा|पीला',
  hr: serbian,
  hu: 'kér[jen]|remél|segíts|kiváló|nagyszer|piros|zöld|sárga',
  id: 'tolong|mohon|harap|bantu|luar biasa|merah|hijau|kuning',
  is: 'vinsamleg|vona|hjálp|frábær|rauð|græn|gul',
  it: 'per favore|speriamo|aiut|eccellent|ottim|perfett|ross|verde|giall',
  ja: 'お願い|ぜひ|どうか|最高|素晴らし|満点|赤|緑|黄',
  ko: '부탁|제발|바랍니다|최고|훌륭|좋은|빨간|초록|노란',
  lt: 'praš|tikimės|padėki|puik|raudon|žali|gelton',
  lv: 'lūdzu|ceram|palīdz|lielisk|izcil|sarkan|zaļ|dzelten',
  ms: 'sila|tolong|harap|bantu|cemerlang|merah|hijau|kuning',
  nb: 'vennligst|håper|hjelp|utmerket|fantastisk|rød|grønn|gul',
  nl: 'alstublieft|graag|hopen|help|uitstekend|geweldig|rood|groen|geel',
  pl: 'prosi|prosz|nadziej|pomóż|doskonał|świetn|czerwon|zielon|żółt',
  'pt-BR': portuguese,
  'pt-PT': portuguese,
  ro: 'rugăm|sperăm|ajut|excelent|minunat|roșu|verde|galben',
  ru: 'пожалуйста|проси|надее|помогите|отличн|прекрасн|красн|зел[её]н|ж[её]лт',
  sk: 'prosím|dúfa|pomôž|výborn|skvel|červen|zelen|žlt',
  sl: 'prosim|upamo|pomaga|odličn|izvrstn|rdeč|zelen|rumen',
  sr: 'молим|надамо|помозите|одличн|изврсн|црвен|зелен|жут',
  'sr-Latn': serbian,
  sv: 'vänligen|hoppas|hjälp|utmärkt|fantastisk|röd|grön|gul',
  th: 'กรุณา|โปรด|หวัง|ช่วย|ยอดเยี่ยม|สีแดง|สีเขียว|สีเหลือง',
  tr: 'lütfen|umar|umuyor|yardım|mükemmel|harika|kırmızı|yeşil|sarı',
  uk: 'будь ласка|проси|сподіва|допомож|відмінн|чудов|червон|зелен|жовт',
  vi: 'vui lòng|xin hãy|hy vọng|giúp|tuyệt vời|xuất sắc|màu đỏ|xanh|vàng',
  'zh-Hans': '请您|麻烦|希望|帮助|满分|优秀|红|绿|黄',
  'zh-Hant': '請您|麻煩|希望|幫助|滿分|優秀|紅|綠|黃',
};

/** What in this text would lead an answer: such a word, or a number. */
export function leadingIn(code: LocaleCode, text: string): string | undefined {
  // These scripts do not part their words with spaces, so a word has no beginning to look at.
  const start = /^(ja|ko|th|zh)/.test(code) ? '' : '(?<!\\p{L})';
  return new RegExp(`${start}(${words[code]})|\\p{Nd}`, 'iu').exec(text)?.[0];
}
