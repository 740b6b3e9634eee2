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

const satisMeter = 'SatisMeter';
const formbricks = 'Formbricks';
const firefoxRelay = 'Firefox Relay (Mozilla)';
const wiredash = 'Wiredash';
const dhl = 'DHL';

export const provenance: Record<LocaleCode, Provenance> = {
  ar: {
    name: 'العربية',
    register: 'singular you (masculine default)',
    confidence: 'medium',
    checked: [satisMeter, wiredash],
    reviewed: false,
  },
  bg: { name: 'Български', register: 'вие', confidence: 'low', checked: [], reviewed: false },
  ca: { name: 'Català', register: 'vós/vostè', confidence: 'medium', checked: [satisMeter], reviewed: false },
  cs: {
    name: 'Čeština',
    register: 'vy',
    confidence: 'high',
    checked: [dhl, firefoxRelay, satisMeter, wiredash],
    reviewed: false,
  },
  cy: { name: 'Cymraeg', register: 'chi', confidence: 'medium', checked: [firefoxRelay], reviewed: false },
  da: { name: 'Dansk', register: 'du', confidence: 'high', checked: [dhl, satisMeter, wiredash], reviewed: false },
  de: {
    name: 'Deutsch',
    register: 'Sie (formal)',
    confidence: 'high',
    checked: [formbricks, firefoxRelay, satisMeter, wiredash],
    reviewed: false,
  },
  el: { name: 'Ελληνικά', register: 'εσείς', confidence: 'high', checked: [firefoxRelay, satisMeter], reviewed: false },
  en: {
    name: 'English',
    register: 'none',
    confidence: 'high',
    checked: [dhl, formbricks, firefoxRelay, satisMeter, wiredash],
    reviewed: false,
  },
  es: {
    name: 'Español',
    register: 'usted',
    confidence: 'high',
    checked: [formbricks, firefoxRelay, satisMeter],
    reviewed: false,
  },
  'es-MX': {
    name: 'Español (México)',
    register: 'usted',
    confidence: 'high',
    checked: [firefoxRelay],
    reviewed: false,
  },
  et: {
    name: 'Eesti',
    register: 'teie',
    confidence: 'medium',
    checked: [dhl, 'Trendline (trendline.ee)'],
    reviewed: false,
  },
  fa: { name: 'فارسی', register: 'شما', confidence: 'medium', checked: [satisMeter, wiredash], reviewed: false },
  fi: { name: 'Suomi', register: 'sinä', confidence: 'high', checked: [firefoxRelay, satisMeter], reviewed: false },
  fr: {
    name: 'Français',
    register: 'vous',
    confidence: 'high',
    checked: [formbricks, firefoxRelay, satisMeter, wiredash],
    reviewed: false,
  },
  he: {
    name: 'עברית',
    register: 'plural (gender-neutral)',
    confidence: 'medium',
    checked: ['esg.co.il', 'a Hebrew survey on GitHub'],
    reviewed: false,
  },
  hi: { name: 'हिन्दी', register: 'आप', confidence: 'medium', checked: ['void.ai'], reviewed: false },
  hr: { name: 'Hrvatski', register: 'vi', confidence: 'high', checked: [dhl, satisMeter], reviewed: false },
  hu: {
    name: 'Magyar',
    register: 'ön',
    confidence: 'high',
    checked: [formbricks, firefoxRelay, satisMeter, wiredash],
    reviewed: false,
  },
  id: {
    name: 'Bahasa Indonesia',
    register: 'Anda',
    confidence: 'high',
    checked: [firefoxRelay, satisMeter],
    reviewed: false,
  },
  is: { name: 'Íslenska', register: 'þú', confidence: 'medium', checked: [satisMeter], reviewed: false },
  it: {
    name: 'Italiano',
    register: 'Lei',
    confidence: 'high',
    checked: [firefoxRelay, satisMeter, wiredash],
    reviewed: false,
  },
  ja: {
    name: '日本語',
    register: 'です・ます',
    confidence: 'high',
    checked: [formbricks, satisMeter],
    reviewed: false,
  },
  ko: {
    name: '한국어',
    register: '합니다체',
    confidence: 'medium',
    checked: ['brunch.co.kr', 'Opensurvey'],
    reviewed: false,
  },
  lt: { name: 'Lietuvių', register: 'jūs', confidence: 'medium', checked: [satisMeter], reviewed: false },
  lv: { name: 'Latviešu', register: 'Jūs', confidence: 'medium', checked: [satisMeter], reviewed: false },
  ms: { name: 'Bahasa Melayu', register: 'anda', confidence: 'low', checked: [], reviewed: false },
  nb: { name: 'Norsk bokmål', register: 'du', confidence: 'high', checked: [satisMeter, wiredash], reviewed: false },
  nl: {
    name: 'Nederlands',
    register: 'u',
    confidence: 'high',
    checked: [dhl, formbricks, firefoxRelay, satisMeter],
    reviewed: false,
  },
  pl: {
    name: 'Polski',
    register: 'ty (gender-neutral verb form)',
    confidence: 'high',
    checked: [satisMeter],
    reviewed: false,
  },
  'pt-BR': {
    name: 'Português (Brasil)',
    register: 'você',
    confidence: 'high',
    checked: [formbricks, firefoxRelay, satisMeter],
    reviewed: false,
  },
  'pt-PT': {
    name: 'Português (Portugal)',
    register: '3rd person',
    confidence: 'high',
    checked: [formbricks, firefoxRelay, satisMeter],
    reviewed: false,
  },
  ro: {
    name: 'Română',
    register: 'dumneavoastră',
    confidence: 'high',
    checked: [formbricks, firefoxRelay],
    reviewed: false,
  },
  ru: {
    name: 'Русский',
    register: 'вы',
    confidence: 'high',
    checked: [formbricks, firefoxRelay, satisMeter],
    reviewed: false,
  },
  sk: {
    name: 'Slovenčina',
    register: 'vy',
    confidence: 'high',
    checked: ['Ecommerce Bridge (ecommercebridge.sk)', firefoxRelay, satisMeter],
    reviewed: false,
  },
  sl: { name: 'Slovenščina', register: 'vi', confidence: 'medium', checked: [satisMeter], reviewed: false },
  sr: {
    name: 'Српски',
    register: 'ви (Cyrillic; Latin script also common)',
    confidence: 'medium',
    checked: [firefoxRelay],
    reviewed: false,
  },
  'sr-Latn': {
    name: 'Srpski (latinica)',
    register: 'vi',
    confidence: 'medium',
    checked: [firefoxRelay],
    reviewed: false,
  },
  sv: {
    name: 'Svenska',
    register: 'du',
    confidence: 'high',
    checked: [formbricks, firefoxRelay, satisMeter],
    reviewed: false,
  },
  th: { name: 'ไทย', register: 'คุณ', confidence: 'medium', checked: ['bsgroupth.com'], reviewed: false },
  tr: {
    name: 'Türkçe',
    register: 'siz',
    confidence: 'high',
    checked: [formbricks, firefoxRelay, satisMeter],
    reviewed: false,
  },
  uk: { name: 'Українська', register: 'ви', confidence: 'high', checked: [firefoxRelay, satisMeter], reviewed: false },
  vi: {
    name: 'Tiếng Việt',
    register: 'bạn (quý khách in formal use)',
    confidence: 'medium',
    checked: ['aemorph.com', 'a Vietnamese web page (address not kept)'],
    reviewed: false,
  },
  'zh-Hans': {
    name: '简体中文',
    register: '您',
    confidence: 'high',
    checked: [formbricks, firefoxRelay, satisMeter],
    reviewed: false,
  },
  'zh-Hant': {
    name: '繁體中文',
    register: '您',
    confidence: 'high',
    checked: [formbricks, firefoxRelay, satisMeter],
    reviewed: false,
  },
};
