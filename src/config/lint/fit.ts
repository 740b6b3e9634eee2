import { textOf, type Finding, type LintRule } from './rule.js';

const PREFLIGHT =
  'Fetch standard, CORS-safelisted request-header: only text/plain and form types go without a preflight';

/** Parts that do not fit each other. */
export const fit: LintRule = ({ config, texts }) => {
  const { endpoint, storage, cookieDomain } = config;
  const found: Finding[] = [];
  const say = (code: string, path: string, message: string, source: string, level: Finding['level'] = 'warning') =>
    found.push({ level, code, path, message, source });
  const url = textOf(typeof endpoint === 'string' ? endpoint : endpoint?.url);
  const format = textOf(endpoint?.format);

  if (format === 'form' && /\/v1\/messages\b/.test(url)) {
    say(
      'wrong-format',
      'endpoint.format',
      "is 'form', but the collector takes JSON; leave the format out",
      'askwell collector',
      'error',
    );
  }
  if (
    /script\.google\.com|hooks\.zapier\.com/i.test(url) &&
    (/^(json|cloudevents)$/.test(format) || endpoint?.headers)
  ) {
    say(
      'wrong-format',
      'endpoint',
      'needs a preflight that this service does not answer; leave format and headers out',
      PREFLIGHT,
      'error',
    );
  }
  if (cookieDomain !== undefined && storage !== 'cookie') {
    say('unused', 'cookieDomain', "has no effect without storage: 'cookie'", 'askwell');
  }
  const locale = textOf(config['locale']);
  if (locale && !/^[a-z]+(-[a-z\d]+)*$/i.test(locale)) {
    say(
      'locale',
      'locale',
      `is '${locale}', which is no language tag; write ${locale.replaceAll('_', '-')}, or auto`,
      'RFC 5646, tags for identifying languages',
    );
  }
  for (const { path, text } of texts) {
    for (const [whole, name] of text.matchAll(/\{(\w+)\}/g)) {
      const known = path.startsWith('text.question')
        ? name === 'product'
        : /scoreLabel/.test(path) && /^(score|label)$/.test(name!);
      if (!known) say('placeholder', path, `has ${whole}, which nothing fills in; remove it`, 'askwell', 'error');
    }
    if (/^text\.question\..*named$/.test(path) && !text.includes('{product}')) {
      say('placeholder', path, 'does not say {product}; put it where the name belongs', 'askwell');
    }
  }
  return found;
};
