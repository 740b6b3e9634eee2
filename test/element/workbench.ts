import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { createServer, type ViteDevServer } from 'vite';
import { chromium as installed } from '../tools/browsers.mjs';

const root = join(import.meta.dirname, '../..');

export interface Workbench {
  browser: Browser;
  /** Where the pages of the demo are, running on the sources. */
  origin: string;
  /** Serves this HTML at a path of its own; modules in it may import `askwell` and packages. Returns the address. */
  page(html: string): string;
  close(): Promise<void>;
}

/** The demo over the sources, and a Chromium to look at it with what only Playwright can set: forced colours, a tree, a picture. */
export async function openWorkbench(): Promise<Workbench> {
  const pages: string[] = [];
  const vite: ViteDevServer = await createServer({
    configFile: false,
    root: join(root, 'demo'),
    appType: 'mpa',
    logLevel: 'error',
    cacheDir: join(root, 'node_modules/.cache/workbench'),
    server: { host: '127.0.0.1', port: 0, strictPort: false, ws: false, hmr: false, fs: { allow: [root] } },
    resolve: {
      alias: [
        { find: /^askwell\/define$/, replacement: join(root, 'src/define.ts') },
        { find: /^askwell$/, replacement: join(root, 'src/index.ts') },
      ],
    },
    plugins: [
      {
        name: 'pages',
        configureServer: ({ middlewares, transformIndexHtml }) => {
          middlewares.use(async (request, response, next) => {
            const html = pages[Number(/^\/page-(\d+)\.html$/.exec(request.url ?? '')?.[1])];
            if (html === undefined) return next();
            response.setHeader('content-type', 'text/html; charset=utf-8');
            response.end(await transformIndexHtml(request.url!, html));
          });
        },
      },
    ],
  });
  await vite.listen();
  const browser = await chromium.launch(await installed());
  const origin = `http://127.0.0.1:${(vite.httpServer!.address() as AddressInfo).port}`;
  return {
    browser,
    origin,
    page: (html) => `${origin}/page-${pages.push(html) - 1}.html`,
    async close() {
      await browser.close();
      await vite.close();
    },
  };
}
