/** One reading of a file in a process of its own, so that its peak of memory is its own; prints the cost as JSON. */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { main } from '../../src/cli/main.js';

const [what, path] = process.argv.slice(2) as ['lines' | 'askwell', string];
const begun = performance.now();
const before = process.cpuUsage();
if (what === 'lines') {
  let lines = 0;
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) if (line) lines++;
  if (!lines) throw new Error('nothing read');
} else {
  let out = '';
  const quiet = { stdin: process.stdin, stdout: { write: (text: string) => (out += text) }, stderr: process.stderr };
  const code = await main(['score', path, '--by', 'Branch', '--json'], quiet);
  if (code !== 0 || !(JSON.parse(out) as { nps: { n: number } }).nps.n) throw new Error(`ended with ${code}`);
}
const { user, system } = process.cpuUsage(before);
console.log(
  JSON.stringify({
    seconds: (performance.now() - begun) / 1000,
    cpu: (user + system) / 1e6,
    peakMB: (process.resourceUsage().maxRSS * 1024) / 1e6,
  }),
);
