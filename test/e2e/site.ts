import { spawn, type ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, normalize } from 'node:path';

const root = join(import.meta.dirname, '../..');

const TYPES: Record<string, string> = {
  js: 'text/javascript',
  css: 'text/css',
  json: 'application/json',
  html: 'text/html; charset=utf-8',
};

export interface Site {
  origin: string;
  close(): Promise<void>;
}

/** A page's own server: the built files under /dist/, and the pages by their path, each with its headers. */
export async function serveSite(
  pages: Record<string, { html: string; headers?: Record<string, string> }>,
): Promise<Site> {
  const server: Server = createServer(async ({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://site');
    const page = pages[pathname];
    if (page) return response.writeHead(200, { 'content-type': TYPES['html'], ...page.headers }).end(page.html);
    const file = normalize(pathname);
    if (!file.startsWith('/dist/')) return response.writeHead(404).end();
    try {
      const body = await readFile(join(root, file));
      return response.writeHead(200, { 'content-type': TYPES[file.split('.').at(-1)!] ?? 'text/plain' }).end(body);
    } catch {
      return response.writeHead(404).end();
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}

export interface Served {
  url: string;
  process: ChildProcess;
  stop(signal?: NodeJS.Signals): Promise<void>;
}

/** `askwell serve` as a team runs it: the built command, in a process of its own. */
export async function serveCollector(...options: string[]): Promise<Served> {
  const child = spawn(process.execPath, [join(root, 'dist/cli.js'), 'serve', '--port', '0', ...options], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const url = await new Promise<string>((ready, failed) => {
    const listen = (chunk: Buffer): void => {
      said += String(chunk);
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
      if (found) ready(found);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('exit', (code) => failed(new Error(`askwell serve ended with ${code}: ${said}`)));
  });
  return {
    url,
    process: child,
    stop: (signal = 'SIGTERM') =>
      new Promise((stopped) => {
        if (child.exitCode !== null || child.signalCode !== null) return stopped();
        child.once('exit', () => stopped());
        child.kill(signal);
      }),
  };
}
