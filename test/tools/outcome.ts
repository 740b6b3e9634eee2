/** What one runner did, as its machine-readable report says. */
export interface Outcome {
  /** Who ran, e.g. `Firefox` or `Node`. */
  title: string;
  passed: number;
  /** One entry for each failure: the test's name and what was wrong. */
  failures: string[];
  /** Names of the tests that were skipped, with the reason where one was given. */
  skipped: string[];
  /** How long the runner took; engines run side by side, so theirs is the time of them all. */
  seconds?: number;
}

/** What one run gave: an outcome for each engine, and what else to tell about it. */
export interface Report {
  outcomes: Outcome[];
  notes: string[];
}

const indent = (text: string): string => text.replaceAll(/^/gm, '    ');

/**
 * Nothing may pass unseen: a runner that ran no test has failed, and in CI so has each skipped test.
 *
 * @returns the outcome with such failures added.
 */
export function judged(outcome: Outcome, ci = Boolean(process.env.CI)): Outcome {
  const failures = [...outcome.failures];
  if (outcome.passed + failures.length === 0) failures.push(`${outcome.title} ran no test`);
  if (ci) failures.push(...outcome.skipped.map((name) => `${name}\nskipped, which CI does not allow`));
  return { ...outcome, failures };
}

/** The summary for people. Its last line is `N passed, N failed`. */
export function summary(outcomes: Outcome[], notes: string[] = []): string {
  const lines = [
    '',
    ...outcomes.flatMap(({ title, failures }) => failures.map((text) => `✗ ${title}: ${indent(text).trim()}`)),
  ];
  for (const { title, skipped } of outcomes) for (const name of skipped) lines.push(`– ${title}: skipped: ${name}`);
  lines.push('', ...notes);
  for (const { title, passed, failures, seconds = 0 } of outcomes) {
    const counts = `${String(passed).padStart(5)} passed, ${failures.length} failed`;
    lines.push(`${title.padEnd(16)}${counts.padEnd(26)}${seconds.toFixed(1)} s`);
  }
  const total = (count: (outcome: Outcome) => number): number => outcomes.reduce((sum, one) => sum + count(one), 0);
  lines.push('', `${total((one) => one.passed)} passed, ${total((one) => one.failures.length)} failed`);
  return lines.join('\n');
}
