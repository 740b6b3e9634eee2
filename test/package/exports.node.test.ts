import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { parseSync } from 'vite';
import { VERSION } from '../../src/version.js';
import { installed, manifest } from './installed.js';

let folder = '';
let remove = (): void => {};
before(async () => void ({ folder, remove } = await installed()));
after(() => remove());

const node = (...line: string[]) => promisify(execFile)(process.execPath, line, { cwd: folder });
const published = (path: string): string => join(folder, 'node_modules/askwell', path);

test('the version in every message is that of the package', () => {
  assert.equal(VERSION, manifest.version);
});

for (const [name, target] of Object.entries(manifest.exports)) {
  test(`askwell${name.slice(1)} is published`, () => {
    for (const path of typeof target === 'string' ? [target] : [target.types, target.default]) {
      const first = path.replace('*', 'en');
      assert.ok(existsSync(published(first)), `${first} is not in the package`);
    }
  });
}

const modules = Object.entries(manifest.exports).flatMap(([name, target]) =>
  typeof target === 'string' || name === './collector' ? [] : [`askwell${name.slice(1).replace('*', 'de')}`],
);
for (const name of modules) {
  test(`${name} can be imported in Node, without a DOM and without an optional peer`, async () => {
    const { stdout } = await node(
      '--input-type=module',
      '-e',
      `console.log(Object.keys(await import('${name}')).length)`,
    );
    assert.ok(Number(stdout) >= (name === 'askwell/react' ? 0 : 1), 'it exports nothing');
  });
}

test('the run-time dependencies are lit and zod', () => {
  assert.deepEqual(Object.keys(manifest.dependencies).sort(), ['lit', 'zod']);
});

test('the element is rendered on a server by @lit-labs/ssr', async () => {
  const server = await installed(['@lit-labs/ssr']);
  const page = `
    import { render } from '@lit-labs/ssr';
    import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
    import { html } from 'lit';
    import 'askwell/define';
    console.log(await collectResult(render(html\`<ask-well product="Acme"></ask-well>\`)));`;
  const run = promisify(execFile)(process.execPath, ['--input-type=module', '-e', page], { cwd: server.folder });
  const { stdout } = await run.finally(() => server.remove());
  assert.match(stdout, /<ask-well[^>]*><template shadowroot="open" shadowrootmode="open"><style>[^<]*\.panel/);
});

test('askwell/collector needs only those of its peers that every collector uses', async () => {
  const server = await installed(['hono', 'kysely', 'd3-scale', 'd3-shape']);
  const run = promisify(execFile)(
    process.execPath,
    ['--input-type=module', '-e', "console.log(typeof (await import('askwell/collector')).createCollector)"],
    { cwd: server.folder },
  );
  const { stdout } = await run.finally(() => server.remove());
  assert.equal(stdout.trim(), 'function');
});

test('every JSON export is JSON', () => {
  for (const name of ['custom-elements.json', 'message.schema.json']) {
    const parsed: unknown = JSON.parse(readFileSync(published(`dist/${name}`), 'utf8'));
    assert.equal(typeof parsed, 'object');
  }
});

test('the manifest describes the element and names files that exist', () => {
  interface Module {
    path: string;
    declarations: { tagName?: string; attributes?: { name: string }[] }[];
  }
  const { modules: described } = JSON.parse(readFileSync(published('dist/custom-elements.json'), 'utf8')) as {
    modules: Module[];
  };
  for (const { path } of described) assert.ok(existsSync(published(path)), path);
  const element = described.flatMap(({ declarations }) => declarations).find(({ tagName }) => tagName === 'ask-well');
  const attributes = element?.attributes?.map(({ name }) => name) ?? [];
  const contract = 'endpoint product survey kind layout placement locale theme user-id prefill preview open'.split(' ');
  assert.deepEqual(
    contract.filter((name) => !attributes.includes(name)),
    [],
  );
});

test('what has side effects is listed, and nothing else', () => {
  assert.deepEqual([...manifest.sideEffects].sort(), ['./dist/askwell.js', './dist/cli.js', './dist/define.js']);
});

test('the command starts by itself', async () => {
  const file = published(manifest.bin.askwell!);
  assert.match(readFileSync(file, 'utf8'), /^#!\/usr\/bin\/env node\n/);
});

test('every file that a page loads by its URL is complete without a bundler', () => {
  const files = readdirSync(published('dist'), { recursive: true, encoding: 'utf8' });
  const loaded = files.filter((file) => /^(askwell.*|locales\/.*|formats\/.*)\.js$/.test(file.replaceAll('\\', '/')));
  assert.ok(loaded.length > 4);
  for (const file of loaded) {
    const text = readFileSync(published(join('dist', file)), 'utf8');
    const { module } = parseSync(file, text);
    const now = [...module.staticImports, ...module.staticExports.flatMap(({ entries }) => entries)];
    const specifiers = [
      ...now.flatMap(({ moduleRequest }) => moduleRequest?.value ?? []),
      // The address of an import() may also be put together at run time.
      ...module.dynamicImports.flatMap(
        ({ moduleRequest: { start, end } }) => /^["'`](.*)["'`]$/.exec(text.slice(start, end))?.[1] ?? [],
      ),
    ];
    const named = specifiers.filter((specifier) => /^[@a-z]/.test(specifier));
    assert.deepEqual(named, [], `${file} imports a package by its name`);
  }
});
