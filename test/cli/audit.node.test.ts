import { test } from 'node:test';
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Audit } from '../../src/cli/audit.js';
import { main } from '../../src/cli/main.js';

/** Runs the command in a folder of its own with these files; `{…}` in the output stands for that folder. */
async function audit(
  argv: string,
  files: Record<string, unknown> = {},
): Promise<{ code: number; out: string; err: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'askwell-audit-'));
  try {
    for (const [name, content] of Object.entries(files)) {
      writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
    }
    let out = '';
    let err = '';
    const args = argv
      .split(' ')
      .filter(Boolean)
      .map((arg) => (/\.\w+$/.test(arg) && !arg.startsWith('0.') ? join(folder, arg) : arg));
    const code = await main(['audit', ...args], {
      stdin: (async function* () {})(),
      stdout: { write: (text) => (out += text), columns: 100 },
      stderr: { write: (text) => (err += text) },
    });
    return { code, out: out.replaceAll(`${folder}/`, ''), err: err.replaceAll(`${folder}/`, '') };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const json = async (argv: string, files: Record<string, unknown>): Promise<Audit> =>
  JSON.parse((await audit(`${argv} --json`, files)).out);

const message = (n: number, type: string, revision: number, score?: number) =>
  JSON.stringify({
    schema: 'askwell/1',
    type,
    id: `0192f6c0-0000-7000-8000-${String(n).padStart(12, '0')}`,
    revision,
    at: `2026-0${1 + (n % 3)}-15T10:00:00.000Z`,
    survey: { id: 'nps', kind: 'relational', wave: '2026-Q1', trigger: 'ask' },
    ...(score !== undefined && { score }),
  });

test('a clean configuration has nothing to mend, and ends well', async () => {
  const { code, out } = await audit('nps.json', { 'nps.json': { survey: 'nps', endpoint: '/api' } });
  assert.deepEqual([code, out], [0, 'nps.json\n  Nothing to mend.\n\n0 errors, 0 warnings.\n']);
});

test('a wrong key and a begging question are errors, each with its place and its mend, and end with 1', async () => {
  const { code, out } = await audit('nps.json', {
    'nps.json': { endpiont: '/api', text: { question: 'Please rate us 10!' }, cookieDomain: 'a.example' },
  });
  assert.equal(code, 1);
  assert.match(out, /error {4}endpiont: no such key; did you mean endpoint\?/);
  assert.match(out, /error {4}text\.question: “Please rate us 10!” asks for a favour/);
  assert.match(out, /Source: Bain & Company/);
  assert.match(out, /warning {2}cookieDomain: has no effect/);
  assert.match(out, /3 errors, 1 warning\.\n$/);
});

test('a warning alone ends well', async () => {
  const { code, out } = await audit('nps.json', { 'nps.json': { cookieDomain: 'a.example' } });
  assert.equal(code, 0);
  assert.match(out, /0 errors, 1 warning/);
});

test('the surveys of one site are held against each other, in one file or in several', async () => {
  const rare = { survey: 'nps' };
  const often = { survey: 'weekly', throttle: { afterAnswerDays: 30, afterDismissDays: 10, betweenSurveysDays: 0 } };
  const two = await json('a.json b.json', { 'a.json': often, 'b.json': rare });
  assert.deepEqual(
    two.files[1]!.findings.map(({ code, path }) => [code, path]),
    [['starved', 'throttle.betweenSurveysDays']],
  );
  const one = await json('all.json', { 'all.json': [often, rare] });
  assert.ok(
    one.files[0]!.findings.some(({ code, path }) => code === 'starved' && path === '[1].throttle.betweenSurveysDays'),
  );
});

test('answers in CSV are scored, and the number is told what it lacks', async () => {
  const rows = Array.from({ length: 60 }, (_, n) => `${n % 11},2026-0${1 + (n % 3)}-15`).join('\n');
  const { code, out } = await audit('nps.json --data answers.csv', {
    'nps.json': {},
    'answers.csv': `score,date\n${rows}\n`,
  });
  assert.equal(code, 0);
  assert.match(out, /answers\.csv\n {2}NPS -?\d+, from -?\d+ to -?\d+ at 95 %, 60 answers/);
  assert.match(out, /Not yet:\n {2}- The score is/);
  assert.match(out, /response rate is not known/);
  assert.doesNotMatch(out, /periods/);
});

test('what the data do not tell can be said', async () => {
  const rows = Array.from({ length: 900 }, (_, n) => `${n % 10 ? 9 : 3},2026-0${1 + (n % 4)}-15`).join('\n');
  const files = { 'nps.json': {}, 'answers.csv': `score,date\n${rows}\n` };
  const { data } = await json('nps.json --data answers.csv --eligible 9000 --shown 3000 --called-back 0.8', files);
  assert.deepEqual(data!.readiness, { ready: true, reasons: [] });
  assert.match(
    (await audit('nps.json --data answers.csv --eligible 9000 --shown 3000 --called-back 0.8', files)).out,
    /decision yet\? Yes\./,
  );
});

test('messages as they travel count once per ask, by their highest revision, and tell who saw the question', async () => {
  const lines = Array.from({ length: 40 }, (_, n) => [
    message(n, 'asked', 0),
    ...(n % 2 ? [message(n, 'response', 2, 9), message(n, 'response', 1, 0)] : [message(n, 'dismissed', 1)]),
  ]).flat();
  const { data } = await json('nps.json --data asks.ndjson --eligible 400', {
    'nps.json': {},
    'asks.ndjson': `${lines.join('\n')}\n`,
  });
  assert.equal(data!.nps.n, 20);
  assert.equal(data!.nps.score, 100);
  assert.ok(!data!.readiness.reasons.some((reason) => /rate|periods/.test(reason)), data!.readiness.reasons.join('\n'));
});

test('rows of the collector’s export are read alike, and only those of the audited survey', async () => {
  const row = (id: string, survey: string, score: number) =>
    JSON.stringify({ id, type: 'response', survey, score, at: '2026-01-02T00:00:00Z', asked: true });
  const { data } = await json('nps.json --data export.ndjson', {
    'nps.json': { survey: 'nps' },
    'export.ndjson': [row('a', 'nps', 10), row('b', 'other', 0), row('c', 'nps', 9)].join('\n'),
  });
  assert.equal(data!.nps.n, 2);
});

test('without who was asked there is no rate', async () => {
  const { data } = await json('nps.json --data a.ndjson', { 'nps.json': {}, 'a.ndjson': message(1, 'response', 1, 9) });
  assert.ok(data!.readiness.reasons.some((reason) => /response rate is not known/.test(reason)));
});

const complaints: [argv: string, files: Record<string, unknown>, code: number, words: RegExp][] = [
  ['', {}, 2, /which configuration\? Give a JSON file/],
  ['--dta x.json', {}, 2, /--dta/],
  ['none.json', {}, 1, /there is no file none\.json/],
  ['a.json', { 'a.json': '{\n  "survey": }' }, 1, /a\.json, line 2, column 13: this is not JSON/],
  ['a.json --data none.csv', { 'a.json': {} }, 1, /there is no file none\.csv/],
  [
    'a.json --data a.csv',
    { 'a.json': {}, 'a.csv': 'score\n9\nx\n' },
    1,
    /a\.csv, line 3: score 'x' is not a whole number/,
  ],
  [
    'a.json --data a.ndjson',
    { 'a.json': {}, 'a.ndjson': '{"id":"a","score":9}\n{oops' },
    1,
    /a\.ndjson, line 2: is not JSON/,
  ],
  ['a.json --data a.ndjson', { 'a.json': {}, 'a.ndjson': '[1]' }, 1, /line 1: is no object/],
  ['a.json --data a.ndjson', { 'a.json': {}, 'a.ndjson': '{"score":9}' }, 1, /line 1: has no id/],
  [
    'a.json --data a.ndjson',
    { 'a.json': {}, 'a.ndjson': '{"id":"a","score":11}' },
    1,
    /line 1: score 11 is not a whole number/,
  ],
  [
    'a.json --data a.ndjson',
    { 'a.json': {}, 'a.ndjson': '{"id":"a","survey":"other","score":1}' },
    1,
    /no answers to nps, only to other/,
  ],
  ['a.json --eligible many', { 'a.json': {} }, 2, /--eligible: 'many' is not a whole number/],
  ['a.json --called-back 2', { 'a.json': {} }, 2, /--called-back: '2' is not a share/],
];
for (const [argv, files, code, words] of complaints) {
  test(`askwell audit ${argv} says what to mend: ${words.source}`, async () => {
    const result = await audit(argv, files);
    assert.deepEqual([result.code, result.out], [code, '']);
    assert.match(result.err, words);
    assert.doesNotMatch(result.err, /\n {4}at /);
  });
}

test('any JSON is an answer, not a crash', async () => {
  for (const content of ['null', '5', '"x"', '[]', '[[]]', '[null]', '{"__proto__": {}}']) {
    const { err } = await audit('a.json', { 'a.json': content });
    assert.equal(err, '', content);
  }
});

test('--help shows the options', async () => {
  const { code, out } = await audit('--help');
  assert.equal(code, 0);
  assert.match(out, /--called-back/);
});
