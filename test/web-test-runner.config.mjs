import { basename, dirname } from 'node:path';
import { transformWithOxc } from 'vite';
import { a11ySnapshotPlugin } from '@web/test-runner-commands/plugins';
import { defaultReporter } from '@web/test-runner';
import { strictPages } from './element/strict-page.mjs';
import { browserReport } from './tools/browser-report.mjs';
import { engines } from './tools/engines.mjs';

const { launchers, notes } = await engines();
console.log(notes.join('\n'));

/** TypeScript through Vite's own transformer, so that the tests run what the build compiles. */
const typescript = {
  name: 'typescript',
  resolveMimeType: ({ path }) => (path.endsWith('.ts') ? 'js' : undefined),
  async transform({ path, body }) {
    if (!path.endsWith('.ts')) return undefined;
    if (path.endsWith('.node.test.ts')) throw new Error(`${path} runs in Node: npx tsx --test ${path.slice(1)}`);
    const { code, map } = await transformWithOxc(body, path, { target: 'es2022', sourcemap: true });
    map.sources = [basename(path)];
    const inline = Buffer.from(JSON.stringify(map)).toString('base64');
    return { body: `${code}\n//# sourceMappingURL=data:application/json;base64,${inline}` };
  },
};

export default {
  rootDir: dirname(import.meta.dirname),
  files: ['test/**/*.test.ts', '!test/**/*.node.test.ts'],
  nodeResolve: { exportConditions: ['browser', 'production'] },
  browsers: launchers,
  concurrentBrowsers: 3,
  testFramework: { config: { timeout: 10_000 } },
  browserStartTimeout: 60_000,
  testsStartTimeout: 30_000,
  testsFinishTimeout: 120_000,
  // `npm test` asks for a report that a program can read.
  reporters: [
    defaultReporter(),
    ...(process.env.BROWSER_REPORT ? [browserReport(process.env.BROWSER_REPORT, notes)] : []),
  ],
  middleware: [strictPages],
  plugins: [typescript, a11ySnapshotPlugin()],
  coverageConfig: {
    include: ['src/**/*.ts'],
    report: true,
    reportDir: 'coverage',
    reporters: ['lcovonly', 'text-summary'],
  },
};
