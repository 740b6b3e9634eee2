/**
 * `npm run leaving -- [--tries 6] [--engines Chromium,Firefox,WebKit]`: what of an answer to the built script tag arrives when the
 * page is left in the same moment, without anybody coming back: by engine, by how it is sent, by how the page is left. 120 ms each
 * way to the endpoint, because on loopback everything arrives. Prints a table for docs/delivery.md. Needs the build.
 */
import { createServer, connect, type AddressInfo, type Socket } from 'node:net';
import { parseArgs } from 'node:util';
import { ENGINES, type FreshTab } from '../tools/fresh-tabs.js';
import { faultyEndpoint } from './endpoint.js';
import { builtFiles, RULES } from './built-page.js';

const { values } = parseArgs({
  options: {
    tries: { type: 'string', default: '6' },
    engines: { type: 'string', default: Object.keys(ENGINES).join() },
  },
});
const TRIES = Number(values.tries);
const ONE_WAY = 120;
/** Milliseconds in which a browser that is still open may finish what it has begun to send. */
const LINGER = 1500;
const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A network of its own length in front of a port. */
async function distant(port: number): Promise<number> {
  const server = createServer((near: Socket) => {
    const far = connect(port, '127.0.0.1');
    const pipe = (from: Socket, to: Socket) => {
      from.on('data', (data) => setTimeout(() => to.destroyed || to.write(data), ONE_WAY));
      from.on('end', () => setTimeout(() => to.end(), ONE_WAY));
      from.on('error', () => to.destroy());
      from.on('close', () => setTimeout(() => to.destroy(), ONE_WAY + 5));
    };
    pipe(near, far);
    pipe(far, near);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  return (server.address() as AddressInfo).port;
}

const endpoint = await faultyEndpoint();
const files = builtFiles();
/** Asks, and answers when it is told to: by a click, as a person does. With `?leave` it then goes elsewhere in the same task. */
const page = (
  search: URLSearchParams,
): string => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Leaving</title>
<body><h1>Leaving</h1><script>
  const leaving = {
    answer: () => document.querySelector('ask-well').shadowRoot.querySelector('[value="9"]').click(),
    ready: new Promise((resolve) => addEventListener('askwell-shown', async ({ id }) => {
      // Nobody reads the question sooner than what delivers the answer is there.
      await askwell.diagnostics();
      resolve(id);
    })),
  };
  addEventListener('load', () => askwell.ask());
  if (${search.has('leave')})
    leaving.ready.then((id) => {
      leaving.answer();
      location.href = '/elsewhere?' + id;
    });
</script>
<script src="/dist/askwell.js" data-endpoint='${JSON.stringify({ url: search.get('endpoint'), format: search.get('format') })}' ${RULES}></script>`;
endpoint.page = (path, search) =>
  path === '/answers' ? undefined : (files.get(path) ?? (path === '/elsewhere' ? '<!doctype html>' : page(search)));
const far = await distant(endpoint.port);
const near = `http://localhost:${endpoint.port}`;
const WAYS = {
  'JSON, same origin': { page: `http://localhost:${far}`, endpoint: `http://localhost:${far}/answers`, format: 'auto' },
  'text, other origin': { page: near, endpoint: `http://127.0.0.1:${far}/answers`, format: 'auto' },
  'JSON, other origin (preflight)': { page: near, endpoint: `http://127.0.0.1:${far}/answers`, format: 'json' },
};

/** Answers and goes elsewhere in the same task. Resolves to the id of the ask that was answered. */
async function navigate(tab: FreshTab, url: string): Promise<string> {
  await tab.goto(`${url}&leave`).catch(() => {});
  for (;;) {
    const at = new URL(String(await tab.get('location.href').catch(() => url)));
    if (at.pathname === '/elsewhere') return at.search.slice(1);
    await wait(20);
  }
}

/** Answers and closes the tab. Resolves to the same. */
async function close(tab: FreshTab, url: string): Promise<string> {
  await tab.goto(url);
  const id = String(await tab.get('leaving.ready'));
  await tab.get('leaving.answer()');
  await tab.close!();
  return id;
}

for (const name of values.engines.split(',')) {
  const engine = await ENGINES[name]!();
  if (!engine) console.warn(`${name} is not on this machine: NOT measured.`);
  for (const [way, to] of engine ? Object.entries(WAYS) : []) {
    const url = `${to.page}/?format=${to.format}&endpoint=${encodeURIComponent(to.endpoint)}`;
    const ids: Record<'navigating' | 'closing', string[]> = { navigating: [], closing: [] };
    for (let n = 0; n < TRIES; n++) {
      for (const [kind, leave] of [
        ['navigating', navigate],
        ['closing', close],
      ] as const) {
        const tab = await engine!.open();
        if (kind === 'navigating' || tab.close) {
          ids[kind].push(await leave(tab, url));
          await wait(LINGER);
        }
        await tab.end();
      }
    }
    // Asked is sent as well; only the score is what was answered.
    const stored = new Set((await endpoint.rows()).filter(({ score }) => score === 9).map(({ id }) => id));
    const arrived = (list: string[]) =>
      list.length ? `${list.filter((id) => stored.has(id)).length}/${list.length}` : '–';
    console.log(
      `${name} | ${way} | navigating away ${arrived(ids.navigating)} | closing the tab ${arrived(ids.closing)}`,
    );
  }
  await engine?.end();
}
await endpoint.close();
process.exit(0);
