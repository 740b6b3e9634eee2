/**
 * `npm test` builds and runs every test; `npm run check` does what else must hold before a release.
 * Both end with a line `N passed, N failed`, counted over all runners from their machine-readable reports.
 */
import { findPostgres } from './collector/cluster.js';
import { commandTest } from './tools/command.js';
import { judged, summary, type Report } from './tools/outcome.js';
import { browserTests, filesOf, nodeTests } from './tools/suites.js';

const postgres = async (): Promise<Report> => {
  const found = await findPostgres();
  return { outcomes: [], notes: [`Postgres: ${found ?? 'NOT on this machine, so only the embedded one was tested'}`] };
};

const TEST = [
  () => commandTest('Build', ['npm', 'run', 'build']),
  () => browserTests(),
  () => postgres(),
  () => nodeTests('Node', filesOf('unit')),
  () => nodeTests('End to end', filesOf('e2e')),
];
const CHECK = [
  () => commandTest('Types', ['tsc', '-p', '.']),
  () => commandTest('Lint', ['oxlint', '--type-aware', '--deny-warnings']),
  () => commandTest('Format', ['oxfmt', '--check', '.']),
  () => commandTest('Dead code', ['knip']),
  () => commandTest('Build', ['npm', 'run', 'build']),
  () => commandTest('Package', ['npm', 'run', 'lint:package']),
  () => nodeTests('Package tests', filesOf('package')),
];

const reports: Report[] = [];
for (const run of process.argv.includes('check') ? CHECK : TEST) reports.push(await run());
const outcomes = reports.flatMap((report) => report.outcomes).map((outcome) => judged(outcome));
const notes = reports.flatMap((report) => report.notes);
console.log(summary(outcomes, notes));
if (outcomes.some(({ failures }) => failures.length > 0)) process.exitCode = 1;
