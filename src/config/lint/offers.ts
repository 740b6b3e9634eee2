import { FORBIDDEN } from './forbidden.js';
import { textOf, type LintRule } from './rule.js';

const CATEGORIES = ['detractor', 'passive', 'promoter'] as const;
const REVIEWS =
  /\b(google|g\.page|trustpilot|g2|capterra|yelp|tripadvisor|glassdoor|kununu|apps\.apple|play\.google|facebook|amazon|provenexpert)\b/i;
const OFFERS = FORBIDDEN.filter(({ code }) => code === 'incentive').flatMap(({ patterns }) => patterns);

/** The same way on for everybody: a public review offered to the happy alone falsifies what the public sees. */
export const offers: LintRule = ({ config }) => {
  const { thanks } = config;
  if (!CATEGORIES.some((category) => thanks?.[category])) return [];
  const offerOf = (category: string): string => {
    const { link, text } = thanks[category] ?? {};
    const gift = OFFERS.some((one) => one.test(textOf(text)));
    return `${textOf(link?.href)} ${gift ? text : ''}`.trim();
  };
  const [first, ...others] = CATEGORIES.map(offerOf);
  if (others.every((one) => one === first)) return [];
  const gated = REVIEWS.test(offerOf('promoter')) && !REVIEWS.test(offerOf('detractor'));
  return [
    {
      level: 'warning',
      code: gated ? 'review-gating' : 'different-offers',
      path: 'thanks',
      message: gated
        ? 'sends only the happy to a public review, which review platforms forbid; give `thanks` one link for everybody, or none'
        : 'offers different things by category; give `thanks` one text and link for everybody',
      source: 'Google, Trustpilot and others forbid asking selectively for reviews (“review gating”)',
    },
  ];
};
