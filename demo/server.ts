/**
 * `npm start`: the demo pages, the collector behind them and its report, on one address.
 * `--seed` loads 1,000 real scores first; `--port 8787` and `--data ./askwell-data` say where.
 */
import { createServer } from 'node:http';
import { execFileSync } from 'node:child_process';
import { existsSync, statSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { serveStatic } from '@hono/node-server/serve-static';
import { build } from 'vite';
import { createCollector, randomSecret } from '../src/collector/index.js';
import { seed } from './seed.js';

const root = join(import.meta.dirname, '..');
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: process.env['PORT'] ?? '8787' },
    data: { type: 'string', default: join(root, 'askwell-data') },
    seed: { type: 'boolean', default: false },
  },
});

/** The newest change below a folder, epoch milliseconds. */
function newest(folder: string): number {
  return Math.max(
    ...readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs),
  );
}

const built = join(root, 'dist/askwell.js');
if (!existsSync(built) || statSync(built).mtimeMs < newest(join(root, 'src'))) {
  console.log('Building the package…');
  execFileSync('npm', ['run', 'build'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
}

const token = randomSecret();
const collector = createCollector({ database: { dataDir: values.data }, token, basePath: '/collector' });
await collector.ready();

// The pages are built like a host's own: from the package as it is published.
const pages = join(root, 'node_modules/.cache/askwell-demo');
await build({
  configFile: false,
  root: import.meta.dirname,
  logLevel: 'error',
  resolve: {
    alias: [
      { find: /^askwell\/(.*)$/, replacement: join(root, 'dist/$1.js') },
      { find: /^askwell$/, replacement: join(root, 'dist/index.js') },
    ],
  },
  build: {
    outDir: pages,
    emptyOutDir: true,
    target: 'es2022',
    rolldownOptions: {
      input: readdirSync(import.meta.dirname)
        .filter((file) => file.endsWith('.html'))
        .map((file) => join(import.meta.dirname, file)),
    },
  },
});

const app = new Hono();
app.all('/collector/*', ({ req }) => collector(req.raw));
app.use('/dist/*', serveStatic({ root }));
/** The demo runs on this machine for one person, so it signs that person in: the token goes by a form, never in an address. */
app.get('/report', ({ html }) =>
  html(`<!doctype html><html lang="en"><meta charset="utf-8"><title>Report</title>
<form method="post" action="/collector/session"><input type="hidden" name="token" value="${token}"><button>Open the report</button></form>
<script type="module">document.forms[0].submit()</script></html>`),
);
app.post('/seed', async ({ text, req }) =>
  text(`${await seed(new URL('/collector/v1/messages', req.url).href, Date.now())} answers loaded.`),
);

app.use('/*', serveStatic({ root: pages }));

const server = createServer(getRequestListener(app.fetch));

server.listen(Number(values.port), '127.0.0.1', async () => {
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : values.port}`;
  if (values.seed) console.log(`${await seed(`${url}/collector/v1/messages`, Date.now())} answers loaded.`);
  console.log(
    `\n  askwell demo   ${url}\n  shop           ${url}/shop.html    the script tag\n  app            ${url}/app.html     the element\n  report         ${url}/report\n`,
  );
});

const stop = async (): Promise<void> => {
  server.close();
  await collector.close();
  process.exit(0);
};
process.once('SIGINT', () => void stop());
process.once('SIGTERM', () => void stop());
