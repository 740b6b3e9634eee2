import { relative } from 'node:path';

/** Why a test failed only because a test inside it did. */
const FROM_WITHIN = 'subtestsFailed';

/**
 * A reporter for `node --test` that writes a report (`outcome.ts`) as JSON; who runs it gives the title. Suites are not counted, nor are tests
 * that failed only through the tests in them. A file that holds no test reports itself as one, and counts as a failure. What a
 * test says by `diagnostic('note: …')` stands in the summary.
 */
export default async function* nodeReport(source) {
  const outcome = { title: '', passed: 0, failures: [], skipped: [] };
  const notes = [];
  for await (const { type, data } of source) {
    if (type === 'test:diagnostic' && data.message.startsWith('note: ')) notes.push(data.message.slice(6));
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    if (data.details.type === 'suite' && type === 'test:pass') continue;
    const file = relative(process.cwd(), data.file ?? data.name);
    const name = `${file}: ${data.name}`;
    const { error } = data.details;
    const told = error?.cause?.stack ?? error?.cause?.message ?? error?.cause ?? error?.message;
    if (type === 'test:fail') {
      if (error?.failureType !== FROM_WITHIN) outcome.failures.push(`${name}\n${told}`);
    } else if (data.skip !== undefined || data.todo !== undefined) {
      outcome.skipped.push([name, data.skip || data.todo].filter((part) => typeof part === 'string').join(': '));
    } else if (relative(process.cwd(), data.name) === file) {
      outcome.failures.push(`${file}\nholds no test`);
    } else {
      outcome.passed += 1;
    }
  }
  yield JSON.stringify({ outcomes: [outcome], notes });
}
