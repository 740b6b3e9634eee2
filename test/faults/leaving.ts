/**
 * `npx tsx test/faults/leaving.ts`: what of an answer arrives when the page is left in the same moment, without anybody coming
 * back: by engine, by how it is sent, by how the page is left. 120 ms each way to the endpoint, because on loopback everything
 * arrives. Prints a table for docs/delivery.md.
 */
import { createServer, connect, type AddressInfo, type Socket } from 'node:net';
import puppeteer, { type Browser } from 'puppeteer-core';
import { uuidv7 } from '../../src/core/id.js';
import { findChromium, findFirefox, findWebKit } from '../tools/browsers.mjs';
import { WebDriverLauncher } from '../tools/webdriver-launcher.mjs';
import { faultyEndpoint } from './endpoint.js';
import { pageScript } from './page-script.js';

const TRIES = 6;
const ONE_WAY = 120;
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
const script = await pageScript();
endpoint.page = (path) =>
  path === '/page.js'
    ? script
    : path === '/answers'
      ? undefined
      : '<!doctype html><script type="module" src="/page.js"></script>';
const far = await distant(endpoint.port);
const near = `http://localhost:${endpoint.port}`;
const WAYS = {
  'JSON, same origin': { page: `http://localhost:${far}`, endpoint: `http://localhost:${far}/answers`, format: 'auto' },
  'text, other origin': { page: near, endpoint: `http://127.0.0.1:${far}/answers`, format: 'auto' },
  'JSON, other origin (preflight)': { page: near, endpoint: `http://127.0.0.1:${far}/answers`, format: 'json' },
};

interface Engine {
  name: string;
  /** Answers and navigates in the same task. */
  navigate(url: string): Promise<void>;
  /** Answers and closes the tab. */
  close?(url: string, id: string): Promise<void>;
  end(): Promise<unknown>;
}

const puppet = (name: string, browser: Browser): Engine => ({
  name,
  async navigate(url) {
    const tab = await browser.newPage();
    await tab.goto(url).catch(() => {});
    await tab.waitForFunction(() => location.pathname === '/elsewhere');
    await tab.close();
  },
  async close(url, id) {
    const tab = await browser.newPage();
    await tab.goto(url);
    await tab.evaluate(async (own) => {
      const { outbox, answer } = window as unknown as {
        outbox: Promise<unknown>;
        answer(...all: unknown[]): unknown;
      };
      await outbox;
      void answer(own, 1, 9);
    }, id);
    await tab.close();
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
  const driver = new WebDriverLauncher(webkit);
  const navigate = async (url: string) => {
    await driver.startSession('leaving', url);
    while (!String(await driver.getBrowserUrl()).endsWith('/elsewhere')) await wait(20);
  };
  engines.push({ name: 'WebKitGTK', navigate, end: () => driver.stop() });
}

const newId = () => uuidv7(Date.now(), crypto.getRandomValues(new Uint8Array(16)));
for (const engine of engines) {
  for (const [way, to] of Object.entries(WAYS)) {
    const base = `${to.page}/?format=${to.format}&endpoint=${encodeURIComponent(to.endpoint)}`;
    const ids = {
      navigating: Array.from({ length: TRIES }, newId),
      closing: Array.from({ length: engine.close ? TRIES : 0 }, newId),
    };
    for (const id of ids.navigating) await engine.navigate(`${base}&leave=${id}`);
    for (const id of ids.closing) await engine.close!(base, id);
    await wait(2500);
    const stored = new Set((await endpoint.rows()).map(({ id }) => id));
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
