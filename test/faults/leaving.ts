/**
 * `npm run leaving`: what of an answer to the built script tag arrives when the page is left in the same moment, without anybody
 * coming back: by engine, by how it is sent, by how the page is left. 120 ms each way to the endpoint, because on loopback
 * everything arrives. Prints a table for docs/delivery.md. Needs the build.
 */
import { createServer, connect, type AddressInfo, type Socket } from 'node:net';
import puppeteer, { type Browser } from 'puppeteer-core';
import { findChromium, findFirefox, findWebKit } from '../tools/browsers.mjs';
import { WebDriverLauncher } from '../tools/webdriver-launcher.mjs';
import { faultyEndpoint } from './endpoint.js';
import { builtFiles, RULES } from './built-page.js';

const TRIES = 6;
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

/** Each resolves to the id of the ask that was answered. */
interface Engine {
  name: string;
  /** Answers and navigates in the same task. */
  navigate(url: string): Promise<string>;
  /** Answers and closes the tab. */
  close?(url: string): Promise<string>;
  end(): Promise<unknown>;
}

const idIn = (url: string): string => new URL(url).search.slice(1);
/** A profile of its own, or the next visit would send what the last one left, or find too much waiting; it outlives its tab a little. */
async function newcomer(browser: Browser) {
  const context = await browser.createBrowserContext();
  return { tab: await context.newPage(), end: () => wait(LINGER).then(() => context.close()) };
}

const puppet = (name: string, browser: Browser): Engine => ({
  name,
  async navigate(url) {
    const { tab, end } = await newcomer(browser);
    await tab.goto(url).catch(() => {});
    await tab.waitForFunction(() => location.pathname === '/elsewhere');
    const id = idIn(tab.url());
    await end();
    return id;
  },
  async close(url) {
    const { tab, end } = await newcomer(browser);
    await tab.goto(url);
    const id = (await tab.evaluate('leaving.ready')) as string;
    await tab.evaluate('leaving.answer()');
    await tab.close();
    await end();
    return id;
  },
  end: () => browser.close(),
});

const engines: Engine[] = [];
const chromium = await findChromium();
if (chromium) engines.push(puppet('Chromium', await puppeteer.launch({ ...chromium, headless: true })));
const firefox = findFirefox();
if (firefox)
  engines.push(
    puppet('Firefox', await puppeteer.launch({ browser: 'firefox', executablePath: firefox, headless: true })),
  );
const webkit = findWebKit();
if (webkit) {
  const navigate = async (url: string): Promise<string> => {
    const driver = new WebDriverLauncher(webkit);
    await driver.startSession('leaving', url);
    for (;;) {
      const at = String(await driver.getBrowserUrl());
      if (at.includes('/elsewhere')) {
        await wait(LINGER);
        await driver.stop();
        return idIn(at);
      }
      await wait(20);
    }
  };
  engines.push({ name: 'WebKitGTK', navigate, end: async () => {} });
}

for (const engine of engines) {
  for (const [way, to] of Object.entries(WAYS)) {
    const url = `${to.page}/?format=${to.format}&endpoint=${encodeURIComponent(to.endpoint)}`;
    const ids: Record<'navigating' | 'closing', string[]> = { navigating: [], closing: [] };
    for (let n = 0; n < TRIES; n++) {
      ids.navigating.push(await engine.navigate(`${url}&leave`));
      if (engine.close) ids.closing.push(await engine.close(url));
    }
    await wait(2500);
    // Asked is sent as well; only the score is what was answered.
    const stored = new Set((await endpoint.rows()).filter(({ score }) => score === 9).map(({ id }) => id));
    const arrived = (list: string[]) =>
      list.length ? `${list.filter((id) => stored.has(id)).length}/${list.length}` : '–';
    console.log(
      `${engine.name} | ${way} | navigating away ${arrived(ids.navigating)} | closing the tab ${arrived(ids.closing)}`,
    );
  }
  await engine.end();
}
await endpoint.close();
process.exit(0);
