import type { LocaleCode } from './resolve.js';

/** Where the words of one locale come from. Read by the README and the gallery, never by a page that asks. */
export interface Provenance {
  /** The language in its own words. */
  name: string;
  /** Form of address. */
  register: string;
  /** Ours, of the wording of the question; not a review. */
  confidence: 'high' | 'medium' | 'low';
  /** Public wordings in the same language that the question was compared with. */
  checked: readonly string[];
  /** Whether a native speaker has read every string. */
  reviewed: boolean;
}

export const provenance: Record<LocaleCode, Provenance> = {
  ar: {
    name: 'العربية', register: 'singular you (masculine default)', confidence: 'medium',
    checked: ['SatisMeter', 'Wiredash'],
    reviewed: false,
  },
  bg: {
    name: 'Български', register: 'вие', confidence: 'low',
    checked: [],
    reviewed: false,
  },
  ca: {
    name: 'Català', register: 'vós/vostè', confidence: 'medium',
    checked: ['SatisMeter'],
    reviewed: false,
  },
  cs: {
    name: 'Čeština', register: 'vy', confidence: 'high',
    checked: ['DHL', 'Firefox Relay (Mozilla)', 'SatisMeter', 'Wiredash'],
    reviewed: false,
  },
  cy: {
    name: 'Cymraeg', register: 'chi', confidence: 'medium',
    checked: ['Firefox Relay (Mozilla)'],
    reviewed: false,
  },
  da: {
    name: 'Dansk', register: 'du', confidence: 'high',
    checked: ['DHL', 'SatisMeter', 'Wiredash'],
    reviewed: false,
  },
  de: {
    name: 'Deutsch', register: 'Sie (formal)', confidence: 'high',
    checked: ['Formbricks', 'Firefox Relay (Mozilla)', 'SatisMeter', 'Wiredash'],
    reviewed: false,
  },
  el: {
    name: 'Ελληνικά', register: 'εσείς', confidence: 'high',
    checked: ['Firefox Relay (Mozilla)', 'SatisMeter'],
    reviewed: false,
  },
  en: {
    name: 'English', register: 'none', confidence: 'high',
    checked: ['DHL', 'Formbricks', 'Firefox Relay (Mozilla)', 'SatisMeter', 'Wiredash'],
    reviewed: false,
  },
  es: {
    name: 'Español', register: 'usted', confidence: 'high',
    checked: ['Formbricks', 'Firefox Relay (Mozilla)', 'SatisMeter'],
    reviewed: false,
  },
  'es-MX': {
    name: 'Español (México)', register: 'usted', confidence: 'high',
    checked: ['Firefox Relay (Mozilla)'],
    reviewed: false,
  },
  et: {
    name: 'Eesti', register: 'teie', confidence: 'medium',
    checked: ['DHL', 'Trendline (trendline.ee)'],
    reviewed: false,
  },
  fa: {
    name: 'فارسی', register: 'شما', confidence: 'medium',
    checked: ['SatisMeter', 'Wiredash'],
    reviewed: false,
  },
  fi: {
    name: 'Suomi', register: 'sinä', confidence: 'high',
    checked: ['Firefox Relay (Mozilla)', 'SatisMeter'],
    reviewed: false,
  },
  fr: {
    name: 'Français', register: 'vous', confidence: 'high',
    checked: ['Formbricks', 'Firefox Relay (Mozilla)', 'SatisMeter', 'Wiredash'],
    reviewed: false,
  },
  he: {
    name: 'עברית', register: 'plural (gender-neutral)', confidence: 'medium',
    checked: ['esg.co.il', 'a Hebrew survey on GitHub'],
    reviewed: false,
  },
  hi: {
    name: 'हिन्दी', register: 'आप', confidence: 'medium',
    checked: ['void.ai'],
    reviewed: false,
  },
  hr: {
    name: 'Hrvatski', register: 'vi', confidence: 'high',
    checked: ['DHL', 'SatisMeter'],
    reviewed: false,
  },
  hu: {
    name: 'Magyar', register: 'ön', confidence: 'high',
    checked: ['Formbricks', 'Firefox Relay (Mozilla)', 'SatisMeter', 'Wiredash'],
    reviewed: false,
  },
  id: {
    name: 'Bahasa Indonesia', register: 'Anda', confidence: 'high',
    checked: ['Firefox Relay (Mozilla)', 'SatisMeter'],
    reviewed: false,
  },
  is: {
    name: 'Íslenska', register: 'þú', confidence: 'medium',
    checked: ['SatisMeter'],
    reviewed: false,
  },
  it: {
    name: 'Italiano', register: 'Lei', confidence: 'high',
    checked: ['Firefox Relay (Mozilla)', 'SatisMeter', 'Wiredash'],
    reviewed: false,
  },
  ja: {
    name: '日本語', register: 'です・ます', confidence: 'high',
    checked: ['Formbricks', 'SatisMeter'],
    reviewed: false,
  },
  ko: {
    name: '한국어', register: '합니다체', confidence: 'medium',
    checked: ['brunch.co.kr', 'Opensurvey'],
    reviewed: false,
  },
  lt: {
    name: 'Lietuvių', register: 'jūs', confidence: 'medium',
    checked: ['SatisMeter'],
    reviewed: false,
  },
  lv: {
    name: 'Latviešu', register: 'Jūs', confidence: 'medium',
    checked: ['SatisMeter'],
    reviewed: false,
  },
  ms: {
    name: 'Bahasa Melayu', register: 'anda', confidence: 'low',
    checked: [],
    reviewed: false,
  },
  nb: {
    name: 'Norsk bokmål', register: 'du', confidence: 'high',
    checked: ['SatisMeter', 'Wiredash'],
    reviewed: false,
  },
  nl: {
    name: 'Nederlands', register: 'u', confidence: 'high',
    checked: ['DHL', 'Formbricks', 'Firefox Relay (Mozilla)', 'SatisMeter'],
    reviewed: false,
  },
  pl: {
    name: 'Polski', register: 'ty (gender-neutral verb form)', confidence: 'high',
    checked: ['SatisMeter'],
    reviewed: false,
  },
  'pt-BR': {
    name: 'Português (Brasil)', register: 'você', confidence: 'high',
    checked: ['Formbricks', 'Firefox Relay (Mozilla)', 'SatisMeter'],
    reviewed: false,
  },
  'pt-PT': {
    name: 'Português (Portugal)', register: '3rd person', confidence: 'high',
    checked: ['Formbricks', 'Firefox Relay (Mozilla)', 'SatisMeter'],
    reviewed: false,
  },
  ro: {
    name: 'Română', register: 'dumneavoastră', confidence: 'high',
    checked: ['Formbricks', 'Firefox Relay (Mozilla)'],
    reviewed: false,
  },
  ru: {
    name: 'Русский', register: 'вы', confidence: 'high',
    checked: ['Formbricks', 'Firefox Relay (Mozilla)', 'SatisMeter'],
    reviewed: false,
  },
  sk: {
    name: 'Slovenčina', register: 'vy', confidence: 'high',
    checked: ['Ecommerce Bridge (ecommercebridge.sk)', 'Firefox Relay (Mozilla)', 'SatisMeter'],
    reviewed: false,
  },
  sl: {
    name: 'Slovenščina', register: 'vi', confidence: 'medium',
    checked: ['SatisMeter'],
    reviewed: false,
  },
  sr: {
    name: 'Српски', register: 'ви (Cyrillic; Latin script also common)', confidence: 'medium',
    checked: ['Firefox Relay (Mozilla)'],
    reviewed: false,
  },
  'sr-Latn': {
    name: 'Srpski (latinica)', register: 'vi', confidence: 'medium',
    checked: ['Firefox Relay (Mozilla)'],
    reviewed: false,
  },
  sv: {
    name: 'Svenska', register: 'du', confidence: 'high',
    checked: ['Formbricks', 'Firefox Relay (Mozilla)', 'SatisMeter'],
    reviewed: false,
  },
  th: {
    name: 'ไทย', register: 'คุณ', confidence: 'medium',
    checked: ['bsgroupth.com'],
    reviewed: false,
  },
  tr: {
    name: 'Türkçe', register: 'siz', confidence: 'high',
    checked: ['Formbricks', 'Firefox Relay (Mozilla)', 'SatisMeter'],
    reviewed: false,
  },
  uk: {
    name: 'Українська', register: 'ви', confidence: 'high',
    checked: ['Firefox Relay (Mozilla)', 'SatisMeter'],
    reviewed: false,
  },
  vi: {
    name: 'Tiếng Việt', register: 'bạn (quý khách in formal use)', confidence: 'medium',
    checked: ['aemorph.com', 'a Vietnamese web page (address not kept)'],
    reviewed: false,
  },
  'zh-Hans': {
    name: '简体中文', register: '您', confidence: 'high',
    checked: ['Formbricks', 'Firefox Relay (Mozilla)', 'SatisMeter'],
    reviewed: false,
  },
  'zh-Hant': {
    name: '繁體中文', register: '您', confidence: 'high',
    checked: ['Formbricks', 'Firefox Relay (Mozilla)', 'SatisMeter'],
    reviewed: false,
  },
};
