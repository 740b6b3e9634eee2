import { writeFileSync } from 'node:fs';

const told = ({ name, message, stack }) => `${[name, message].filter(Boolean).join(': ')}\n${stack ?? ''}`.trim();

/** Tests of a suite and of the suites in it, each with its full name. */
const testsOf = (suite, path = []) => [
  ...suite.tests.map((test) => ({ ...test, name: [...path, test.name].join(' › ') })),
  ...suite.suites.flatMap((inner) => testsOf(inner, [...path, inner.name])),
];

/**
 * A reporter for @web/test-runner that writes one outcome for each engine (`outcome.ts`), and the notes, as JSON.
 * A file that could not be loaded, that threw outside its tests, or that holds no test counts as a failure.
 */
export const browserReport = (path, notes) => ({
  stop({ sessions }) {
    const outcomes = new Map();
    for (const { browser, testFile, testResults, errors } of sessions) {
      const file = testFile.slice(testFile.lastIndexOf('/test/') + 1);
      const outcome = outcomes.get(browser.name) ?? {
        title: browser.name,
        passed: 0,
        failures: [],
        skipped: [],
      };
      outcomes.set(browser.name, outcome);
      const tests = testResults ? testsOf(testResults) : [];
      if (!tests.length && !errors.length) outcome.failures.push(`${file}\nholds no test`);
      for (const error of errors) outcome.failures.push(`${file}\n${told(error)}`);
      for (const { name, passed, skipped, error } of tests) {
        if (skipped) outcome.skipped.push(`${file}: ${name}`);
        else if (passed) outcome.passed += 1;
        else outcome.failures.push(`${file}: ${name}\n${error ? told(error) : ''}`);
      }
    }
    writeFileSync(path, JSON.stringify({ outcomes: [...outcomes.values()], notes }));
  },
});
