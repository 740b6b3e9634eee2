import { textOf, type Finding, type LintRule } from './rule.js';

const RELAY =
  'every visitor can read it; post to your own server (askwell serve, or a ten-line relay: docs/recipes) and pass it on from there';

/** Addresses that are themselves the password. */
const SECRET_ADDRESS: readonly [RegExp, string][] = [
  [/hooks\.slack(-gov)?\.com\//i, 'a Slack webhook'],
  [/discord(app)?\.com\/api\/webhooks\//i, 'a Discord webhook'],
  [
    /\.webhook\.office\.com\/|outlook\.office\.com\/webhook|\.logic\.azure\.com\/|\.powerplatform\.com\/.*\/workflows\//i,
    'a Teams webhook',
  ],
  [/chat\.googleapis\.com\/v1\/spaces/i, 'a Google Chat webhook'],
  [/api\.telegram\.org\/(file\/)?bot/i, 'a Telegram bot'],
  [/maker\.ifttt\.com\//i, 'an IFTTT key'],
  [
    /events\.pagerduty\.com|api\.opsgenie\.com|api\.(airtable|notion|github|openai|sendgrid)\.com|api\.hubapi\.com/i,
    'an interface that needs a secret key',
  ],
  [/google-analytics\.com\/.*api_secret/i, 'a Measurement Protocol secret'],
  [
    /[?&](api_?secret|client_secret|secret|access_token|auth_?token|private_key|password|sig)=/i,
    'a secret in the query',
  ],
];

/** Keys whose makers mark them as secret. */
const SECRET_VALUE =
  /\b(sk_(live|test)_|sk-[\w-]{20}|xox[abeoprs]-|gh[opsu]_\w{20}|github_pat_|glpat-|AKIA[0-9A-Z]{12}|SG\.[\w-]{16}|phx_|whsec_|shpat_|pat-(na|eu)\d?-|sb_secret_|-----BEGIN)/;

/** A Supabase key that bypasses every rule of the table says so in its payload. */
const isServiceRole = (value: string): boolean => {
  try {
    return /"service_role"/.test(
      atob(/\beyJ[\w-]+\.([\w-]+)\./.exec(value)![1]!.replace(/-/g, '+').replace(/_/g, '/')),
    );
  } catch {
    return false;
  }
};

const SOURCE = 'Slack, incoming webhooks: “keep it secret”; OWASP, Secrets Management Cheat Sheet';

/** Passwords on the page. */
export const secrets: LintRule = ({ config }) => {
  const { endpoint } = config;
  const found: Finding[] = [];
  const say = (path: string, what: string) =>
    found.push({ level: 'error', code: 'secret', path, message: `is ${what}: ${RELAY}`, source: SOURCE });
  const address = typeof endpoint === 'string' ? endpoint : endpoint?.url;
  const path = typeof endpoint === 'string' ? 'endpoint' : 'endpoint.url';
  if (typeof address === 'string') {
    const named = SECRET_ADDRESS.find(([pattern]) => pattern.test(address))?.[1];
    if (named) say(path, named);
    else if (SECRET_VALUE.test(address)) say(path, 'an address with a secret key');
  }
  for (const part of ['headers', 'options']) {
    for (const [key, value] of Object.entries(endpoint?.[part] ?? {})) {
      const text = textOf(value);
      // A publishable key of Supabase goes in a header and is meant to be seen.
      const password =
        part === 'headers' &&
        /^(authorization|x-api-key|api-key|x-auth-token|cookie)$/i.test(key) &&
        endpoint.format !== 'supabase';
      if (password || SECRET_VALUE.test(text) || isServiceRole(text) || /secret|password/i.test(key)) {
        say(`endpoint.${part}.${key}`, 'a secret key');
      }
    }
  }
  return found;
};
