import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { lint } from '../../src/config/lint.js';
import { doubtful } from './configurations.js';

const asked = (question: string) => ({ text: { question } });
const token = (role: string): string => btoa(JSON.stringify({ role })).replaceAll('=', '');
const says = (config: unknown): string[] =>
  lint(config as never).map(({ level, code, path }) => `${level} ${code} ${path}`);

/** A code, what trips it and where, and its nearest neighbour that does not. */
const rules: [finding: string, trips: unknown, spares: unknown][] = [
  [
    'error wanted-number text.question',
    asked('Please give us a 10!'),
    asked('Give a score from 0 to 10: how likely is it?'),
  ],
  [
    'error wanted-number text.question',
    asked('Would you rate us nine?'),
    asked('On a scale of 0 (never) to 10 (surely), would you?'),
  ],
  [
    'error wanted-number text.followUp',
    { text: { followUp: 'Only a 10 counts for us. Why not?' } },
    { text: { followUp: 'What counts for you?' } },
  ],
  [
    'error wanted-number thanks.text',
    { thanks: { text: 'Anything below 9 hurts.' } },
    { thanks: { text: 'We answer within 10 days.' } },
  ],
  ['error wanted-number text.question', asked('Are we worth 5 stars?'), asked('Would you recommend the stars’ tour?')],
  ['error wanted-number text.question', asked('10点をいただけますか？'), asked('0から10で、どのくらい薦めますか？')],
  [
    'error wanted-number text.high',
    { text: { high: 'Deserves a perfect score' } },
    { text: { high: 'Extremely likely' } },
  ],
  [
    'error begging text.question',
    asked('It would really help us if you could say how likely…'),
    asked('Which help desk did you use?'),
  ],
  [
    'error begging text.followUp',
    { text: { followUp: 'My bonus depends on it: why?' } },
    { text: { followUp: 'Why?' } },
  ],
  ['error begging text.question', asked('Help us reach our goal: how likely is it?'), asked('How likely is it?')],
  [
    'error begging text.question',
    asked('Bitte bewerten Sie uns.'),
    asked('Wie wahrscheinlich ist es, dass Sie uns empfehlen?'),
  ],
  ['error begging text.thanks', { text: { thanks: 'Please vote for us!!' } }, { text: { thanks: 'Thank you!' } }],
  [
    'error leading text.question',
    asked('Would you recommend our excellent service?'),
    asked('Would you recommend our service?'),
  ],
  ['error leading text.question', asked('How much do you love us?'), asked('How much do you pay us?')],
  ['error leading text.high', { text: { high: 'Ausgezeichnet' } }, { text: { high: 'Äußerst wahrscheinlich' } }],
  [
    'warning presuming text.followUp',
    { text: { followUp: 'What could we do to improve?' } },
    { text: { followUp: 'What is the primary reason for your score?' } },
  ],
  [
    'warning presuming text.followUp',
    { text: { followUp: 'What went wrong?' } },
    { text: { followUpBy: { detractor: 'What went wrong?' } } },
  ],
  [
    'error incentive text.followUp',
    { text: { followUp: 'Tell us why and win a voucher.' } },
    { text: { followUp: 'Tell us why.' } },
  ],
  [
    'error incentive thanks.text',
    { thanks: { text: 'Here is your code: 10 % off.' } },
    { thanks: { text: 'You said 10 %? Noted.' } },
  ],
  [
    'error incentive text.contact',
    { text: { contact: 'Leave your address for a €5 card' } },
    { text: { contact: 'May we write?' } },
  ],
  ['error incentive text.question', asked('Mitmachen und Gutschein sichern'), asked('Wie wahrscheinlich ist es?')],
  [
    'error employee-subject text.question',
    asked('Would you recommend your adviser Anna?'),
    asked('Would you recommend our advice?'),
  ],
  ['error employee-subject text.question', asked('How did {agent} do?'), asked('How did {product} do?')],
  ['error employee-subject product', { product: 'Mrs Miller' }, { product: 'Miller & Sons' }],
  [
    'error employee-subject context.properties.agentId',
    { context: { properties: { agentId: 7 } } },
    { context: { properties: { branch: 7 } } },
  ],
  [
    'error employee-subject user.traits.sales_rep',
    { user: { traits: { sales_rep: 'x' } } },
    { user: { traits: { plan: 'x' } } },
  ],
  [
    'error threat text.followUp',
    { text: { followUp: 'I get in trouble for less. Why?' } },
    { text: { followUp: 'What trouble did you have?' } },
  ],
  ['error coloured-scale text.low', { text: { low: '🔴 Not at all likely' } }, { text: { low: 'Not at all likely' } }],
  ['error coloured-scale text.high', { text: { high: '😀' } }, { text: { high: 'Extremely likely' } }],
  ['warning faces thanks.text', { thanks: { text: 'Thank you 👍' } }, { thanks: { text: 'Thank you' } }],
  [
    'error names-group text.followUpBy.detractor',
    { text: { followUpBy: { detractor: 'Why are you a detractor?' } } },
    { text: { followUpBy: { detractor: 'What is the main thing to put right?' } } },
  ],
  [
    'warning different-offers thanks',
    { thanks: { promoter: { link: { href: 'https://a.example', text: 'Go' } }, passive: { text: 'Hi' } } },
    { thanks: { promoter: { text: 'Thank you.' }, detractor: { text: 'Thank you. We read it all.' } } },
  ],
  [
    'warning review-gating thanks',
    { thanks: { promoter: { link: { href: 'https://www.trustpilot.com/x', text: 'Review' } } } },
    { thanks: { link: { href: 'https://www.trustpilot.com/x', text: 'Review' } } },
  ],
  [
    'error too-often throttle.afterAnswerDays',
    { throttle: { afterAnswerDays: 29 } },
    { throttle: { afterAnswerDays: 30 } },
  ],
  [
    'warning too-often throttle.afterDismissDays',
    { throttle: { afterDismissDays: 14 } },
    { throttle: { afterDismissDays: 30 } },
  ],
  [
    'warning too-close throttle.betweenSurveysDays',
    { throttle: { betweenSurveysDays: 1 } },
    { throttle: { betweenSurveysDays: 14 } },
  ],
  [
    'warning starves-others throttle',
    { throttle: { afterAnswerDays: 30, betweenSurveysDays: 31 } },
    { throttle: { betweenSurveysDays: 29 } },
  ],
  [
    'warning starved throttle.betweenSurveysDays',
    { throttle: { betweenSurveysDays: 90 } },
    { wave: 'half', throttle: { betweenSurveysDays: 90, afterDismissDays: 90 } },
  ],
  [
    'error starved [0].throttle.betweenSurveysDays',
    [
      { survey: 'nps' },
      { survey: 'weekly', throttle: { afterAnswerDays: 7, afterDismissDays: 7, betweenSurveysDays: 0 } },
    ],
    [{ survey: 'nps' }, { survey: 'after-support', throttle: { afterAnswerDays: 30 } }],
  ],
  ['error never-fires sampling.rate', { sampling: { rate: 0 } }, { sampling: { rate: 0.001 } }],
  ['error never-fires sampling.holdout', { sampling: { holdout: 1 } }, { sampling: { holdout: 0.5 } }],
  ['warning never-fires sampling.rate', { sampling: { rate: 0.0001 } }, { sampling: { rate: 0.01 } }],
  [
    'error never-fires when',
    { sampling: { rate: 0.05 }, when: [{ seconds: 7200 }] },
    { sampling: { rate: 0.05 }, when: [{ seconds: 30 }] },
  ],
  ['warning never-fires when', { when: [{ idle: 7200 }] }, { when: [{ idle: 7200 }, { event: 'paid' }] }],
  ['error unreachable throttle.maxIgnores', { throttle: { maxIgnores: 0 } }, { throttle: { maxIgnores: 1 } }],
  [
    'error unreachable throttle.minVisits',
    { storage: 'memory' },
    { storage: 'memory', throttle: { minVisits: 1, firstAskAfterDays: 0 } },
  ],
  [
    'error unreachable throttle.firstAskAfterDays',
    { storage: 'memory', throttle: { minVisits: 1 } },
    { storage: 'memory', user: { createdAt: '2020-01-01' }, throttle: { minVisits: 1 } },
  ],
  ['error unreachable where.include[0]', { where: { include: ['shop/*'] } }, { where: { include: ['/shop/*'] } }],
  [
    'warning literal-sign where.include[0]',
    { where: { include: ['/blog/:slug?'] } },
    { where: { include: ['/blog/:slug'] } },
  ],
  [
    'warning literal-sign where.exclude[1]',
    { where: { exclude: ['/a', '/b/:id(\\d+)'] } },
    { where: { exclude: ['/a', '/b/*'] } },
  ],
  ['error unreachable where.exclude', { where: { exclude: ['/*'] } }, { where: { exclude: ['/checkout/*'] } }],
  [
    'error unreachable where',
    { where: { include: ['/a'], exclude: ['/a'] } },
    { where: { include: ['/a', '/b'], exclude: ['/a'] } },
  ],
  [
    'warning forgotten throttle.firstAskAfterDays',
    { throttle: { firstAskAfterDays: 30 } },
    { throttle: { firstAskAfterDays: 30 }, user: { createdAt: '2020-01-01' } },
  ],
  [
    'warning seconds-epoch user.createdAt',
    { user: { createdAt: 1_700_000_000 } },
    { user: { createdAt: 1_700_000_000_000 } },
  ],
  ['warning on-entry when[0]', { when: [{ seconds: 1 }] }, { when: [{ seconds: 5 }] }],
  [
    'error secret endpoint',
    { endpoint: 'https://hooks.slack.com/services/T0/B0/x' },
    { endpoint: 'https://slack.example/relay' },
  ],
  [
    'error secret endpoint.url',
    { endpoint: { url: 'https://discord.com/api/webhooks/1/x' } },
    { endpoint: { url: '/discord' } },
  ],
  ['error secret endpoint', { endpoint: '/x?access_token=1' }, { endpoint: '/x?survey=1' }],
  [
    'error secret endpoint.headers.Authorization',
    { endpoint: { url: '/x', headers: { Authorization: 'Bearer x' } } },
    { endpoint: { url: '/x', headers: { 'X-Site': 'shop' } } },
  ],
  [
    'error secret endpoint.options.key',
    { endpoint: { format: 'posthog', url: '/x', options: { key: 'phx_1' } } },
    { endpoint: { format: 'posthog', url: '/x', options: { key: 'phc_1' } } },
  ],
  [
    'error secret endpoint.options.key',
    {
      endpoint: { format: 'supabase', url: '/x', options: { key: `eyJhbGciOiJIUzI1NiJ9.${token('service_role')}.x` } },
    },
    { endpoint: { format: 'supabase', url: '/x', options: { key: `eyJhbGciOiJIUzI1NiJ9.${token('anon')}.x` } } },
  ],
  ['warning anonymous user', { kind: 'employee', user: { id: 'u' } }, { kind: 'relational', user: { id: 'u' } }],
  ['warning anonymous contact', { kind: 'employee', contact: true }, { kind: 'employee', contact: false }],
  [
    'warning anonymous context.properties',
    { kind: 'employee', context: { properties: { staff: 1 } } },
    { kind: 'employee' },
  ],
  [
    'error wrong-format endpoint.format',
    { endpoint: { url: '/v1/messages', format: 'form' } },
    { endpoint: { url: '/v1/messages' } },
  ],
  [
    'error wrong-format endpoint',
    { endpoint: { url: 'https://hooks.zapier.com/hooks/catch/1/2', format: 'json' } },
    { endpoint: 'https://hooks.zapier.com/hooks/catch/1/2' },
  ],
  ['warning unused cookieDomain', { cookieDomain: 'a.example' }, { cookieDomain: 'a.example', storage: 'cookie' }],
  ['warning locale locale', { locale: 'pt_BR' }, { locale: 'pt-BR' }],
  ['error placeholder text.question', asked('Would you recommend {company}?'), asked('Would you recommend {product}?')],
  [
    'warning placeholder text.question.relational.named',
    { text: { question: { relational: { named: 'Would you recommend us?' } } } },
    { text: { question: { relational: { us: 'Would you recommend us?' } } } },
  ],
];

for (const [finding, trips, spares] of rules) {
  test(`the linter says ${finding}: ${JSON.stringify(trips).slice(0, 80)}`, () =>
    assert.ok(says(trips).includes(finding), `${says(trips)}`));
  test(`the linter spares ${JSON.stringify(spares).slice(0, 90)}`, () => assert.deepEqual(says(spares), []));
}

test('no language that comes with the package trips the linter', async () => {
  const files = readdirSync(new URL('../../src/locales/', import.meta.url)).filter((file) =>
    /^[a-z]{2,3}(-[A-Za-z0-9]+)*\.ts$/.test(file),
  );
  let languages = 0;
  for (const file of files) {
    const { default: messages } = await import(`../../src/locales/${file}`);
    if (!messages?.question) continue;
    const { locale, dir, ...text } = messages;
    assert.deepEqual(says({ text }), [], `${locale} ${dir}`);
    languages++;
  }
  assert.ok(languages >= 40, `${languages} languages`);
});

test('the defaults are clean, and so is what is no configuration at all', () => {
  for (const config of [{}, { kind: 'transactional' }, { kind: 'employee' }, undefined, null, 'x', 7, [], [[]]])
    assert.deepEqual(says(config), []);
});

test('every finding says what to do and who says so', () => {
  for (const [, trips] of rules) {
    for (const { message, source, path } of lint(trips as never)) {
      assert.match(message, /.{20}/);
      assert.match(source, /\w{5}/);
      assert.match(path, /^(\[\d+\]\.)?[a-z]/);
    }
  }
});

test('the linter never throws, whatever it is given', () => {
  fc.assert(
    fc.property(doubtful, (config) => void lint(config as never)),
    { numRuns: 5000 },
  );
});

test('a long hostile text is read in time', () => {
  for (const text of [
    'a '.repeat(50_000),
    'please '.repeat(15_000),
    '0'.repeat(100_000),
    '1'.repeat(100_000),
    'give '.repeat(20_000),
  ]) {
    const start = performance.now();
    lint(asked(text));
    assert.ok(performance.now() - start < 2000, `${text.slice(0, 10)} took ${performance.now() - start} ms`);
  }
});
