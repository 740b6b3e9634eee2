import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { command, root, type Ended } from './command.js';
import type { Report } from './outcome.js';

function read(path: string): Report {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Report;
  } catch {
    return { outcomes: [], notes: [] };
  }
}

/**
 * Runs a runner whose reporter (`browser-report.mjs`, `node-report.mjs`) writes a report to the path that it is given.
 * One that ends badly without naming a failed test has crashed, and that is a failure too.
 */
async function reported(title: string, run: (path: string) => Promise<Ended>): Promise<Report> {
  const folder = mkdtempSync(join(tmpdir(), 'askwell-test-'));
  const { code, seconds } = await run(join(folder, 'report.json'));
  const { outcomes, notes } = read(join(folder, 'report.json'));
  rmSync(folder, { recursive: true });
  const failed = outcomes.some(({ failures }) => failures.length > 0);
  if (outcomes.length === 0 || (code !== 0 && !failed)) {
    const failures = [`the runner ended with ${code} and no failed test to show for it`];
    outcomes.push({ title, passed: 0, failures, skipped: [] });
  }
  return { outcomes: outcomes.map((outcome) => ({ ...outcome, title: outcome.title || title, seconds })), notes };
}

/** The tests in real browsers: an outcome for each engine, and notes on which engines there are. */
export const browserTests = (): Promise<Report> =>
  reported('Browsers', (path) => {
    const line = ['wtr', '--config', 'test/web-test-runner.config.mjs'];
    return command(line, { shown: true, env: { BROWSER_REPORT: path } });
  });

/** Tests in Node, each file in a process of its own. */
export async function nodeTests(title: string, files: string[], { shown = true } = {}): Promise<Report> {
  if (files.length === 0) return { outcomes: [{ title, passed: 0, failures: [], skipped: [] }], notes: [] };
  return reported(title, (path) => {
    const told = ['--test-reporter=spec', '--test-reporter-destination=stdout'];
    const written = ['--test-reporter=./test/tools/node-report.mjs', `--test-reporter-destination=${path}`];
    const line = ['node', '--import', 'tsx', '--test', '--test-timeout=180000', ...told, ...written, ...files];
    // Set inside a test, and then a test runner runs nothing.
    return command(line, { shown, env: { NODE_TEST_CONTEXT: undefined } });
  });
}

/** The files of the tests in Node: `package` and `e2e` look at what was built, `unit` are all others. */
export function filesOf(kind: 'unit' | 'e2e' | 'package'): string[] {
  const files = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' });
  const kindOf = (file: string): string => /^(e2e|package)[\\/]/.exec(file)?.[1] ?? 'unit';
  const wanted = files.filter((file) => file.endsWith('.node.test.ts') && kindOf(file) === kind);
  return wanted.sort().map((file) => join('test', file));
}
