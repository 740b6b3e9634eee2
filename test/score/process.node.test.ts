import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, it } from 'node:test';
import manifest from '../../package.json' with { type: 'json' };

const CLI = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));
const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Makes packages look as if they were not installed. */
const absent = (packages: string[]): string => `
  export async function resolve(name, context, next) {
    if (${JSON.stringify(packages)}.some((peer) => name === peer || name.startsWith(peer + '/'))) {
      const error = new Error(\`Cannot find package '\${name}' imported from \${context.parentURL}\`);
      throw Object.assign(error, { code: 'ERR_MODULE_NOT_FOUND' });
    }
    return next(name, context);
  }`;
const without = (packages: string[]): string[] => {
  const hooks = `data:text/javascript,${encodeURIComponent(absent(packages))}`;
  const register = `import { register } from 'node:module'; register(${JSON.stringify(hooks)});`;
  return ['--import', 'tsx', '--import', `data:text/javascript,${encodeURIComponent(register)}`, CLI];
};
/** With the reader of CSV and no other optional package. */
const BARE = without(Object.keys(manifest.peerDependencies).filter((name) => name !== 'papaparse'));

describe('The command askwell as a process', () => {
  it('prints a score from a pipe with no optional package but the reader of CSV', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [...BARE, 'score', '-'], {
      cwd: ROOT,
      encoding: 'utf8',
      input: 'Score\n9\n10\n3\n',
    });
    assert.deepEqual([status, stderr], [0, '']);
    assert.match(stdout, /^standard input, column 'Score'\n\nNPS 33, from/);
  });

  it('ends with 1 and nothing on its output when the data are wrong, with 2 when the arguments are', () => {
    const run = (argv: string[], input = '') =>
      spawnSync(process.execPath, [...BARE, ...argv], { cwd: ROOT, encoding: 'utf8', input });
    const wrong = run(['score', '-'], 'Score\n9\n11\n');
    assert.deepEqual([wrong.status, wrong.stdout], [1, '']);
    assert.match(wrong.stderr, /^askwell score: standard input, line 3: score '11'/);
    assert.deepEqual([run(['scor']).status, run(['score']).status], [2, 2]);
  });

  const withoutAny = (argv: string[], env: Record<string, string> = {}) =>
    spawnSync(process.execPath, [...without(Object.keys(manifest.peerDependencies)), ...argv], {
      cwd: ROOT,
      encoding: 'utf8',
      input: '',
      env: { ...process.env, ...env },
    });

  it('names the package that a command needs and that is not installed', () => {
    const { status, stderr } = withoutAny(['score', '-']);
    assert.equal(status, 1);
    assert.equal(
      stderr,
      'askwell score: this command needs the package papaparse, which is not installed: npm install papaparse\n',
    );
  });

  it('names all packages at once where several are missing, with the driver of the database that was named', () => {
    const named = (argv: string[], env?: Record<string, string>): string[] => {
      const { status, stderr } = withoutAny(argv, env);
      assert.equal(status, 1);
      const [, packages = ''] =
        /^askwell \w+: this command needs packages that are not installed: npm install (.+)\n$/.exec(stderr) ?? [];
      return packages.split(' ').sort();
    };
    const collector = ['d3-scale', 'd3-shape', 'hono', 'kysely'];
    assert.deepEqual(named(['serve']), ['@electric-sql/pglite', '@hono/node-server', ...collector]);
    assert.deepEqual(named(['serve', '--database-url=x']), ['@hono/node-server', ...collector, 'pg']);
    assert.deepEqual(named(['export'], { ASKWELL_DATABASE_URL: 'x' }), [...collector, 'pg']);
  });

  it('audits a configuration with no optional package at all', () => {
    const folder = mkdtempSync(join(tmpdir(), 'askwell-audit-'));
    const file = join(folder, 'askwell.json');
    writeFileSync(file, '{"endpoint":"https://nps.example/v1/messages"}');
    const { status, stdout, stderr } = withoutAny(['audit', file]);
    rmSync(folder, { recursive: true });
    assert.deepEqual([status, stderr], [0, '']);
    assert.match(stdout, /askwell\.json/);
  });

  it('ends quietly when nobody reads its output any more', async () => {
    const child = spawn(process.execPath, [...BARE, 'score', '-', '--json'], { cwd: ROOT });
    let stderr = '';
    child.stderr.on('data', (text: Buffer) => (stderr += text.toString()));
    child.stdout.destroy();
    child.stdin.end('Score\n9\n10\n3\n');
    const [code] = (await once(child, 'exit')) as [number];
    assert.deepEqual([code, stderr], [0, '']);
  });
});
