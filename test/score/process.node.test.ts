import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, it } from 'node:test';
import manifest from '../../package.json' with { type: 'json' };

const CLI = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));
const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Makes every optional package look as if it were not installed. */
const absent = `
  export async function resolve(name, context, next) {
    if (${JSON.stringify(Object.keys(manifest.peerDependencies))}.some((peer) => name === peer || name.startsWith(peer + '/'))) {
      const error = new Error(\`Cannot find package '\${name}' imported from \${context.parentURL}\`);
      throw Object.assign(error, { code: 'ERR_MODULE_NOT_FOUND' });
    }
    return next(name, context);
  }`;
const hook = `import { register } from 'node:module'; register(${JSON.stringify(`data:text/javascript,${encodeURIComponent(absent)}`)});`;
const BARE = ['--import', 'tsx', '--import', `data:text/javascript,${encodeURIComponent(hook)}`, CLI];

describe('The command askwell as a process', () => {
  it('prints a score from a pipe without any optional package', () => {
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

  it('names the package that a command needs and that is not installed', () => {
    const { status, stderr } = spawnSync(process.execPath, [...BARE, 'serve'], { cwd: ROOT, encoding: 'utf8' });
    assert.equal(status, 1);
    assert.match(
      stderr,
      /^askwell serve: this command needs the package (\S+), which is not installed: npm install \1\n$/,
    );
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
