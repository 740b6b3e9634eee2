/** What `createCollector` says of options that would lose answers, let anybody in, or do nothing. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createCollector } from '../../src/collector/index.js';
import { TOKEN } from './client.js';

const wrong: [what: string, options: object, says: RegExp][] = [
  [
    'an option that is not there',
    { origin: ['https://shop.example'] },
    /there is no option 'origin'; there are .*origins/,
  ],
  ['origins that are no list', { origins: 'https://shop.example' }, /'origins' must be a list/],
  ['an empty secret', { identitySecret: '' }, /'identitySecret' is empty; leave it out/],
  ['an empty folder', { data: '' }, /'data' must name a folder/],
  ['an empty address of a database', { databaseUrl: '' }, /'databaseUrl' must look like postgres:/],
  ['another kind of database', { database: { url: 'mysql://x' } }, /'databaseUrl' must look like postgres:/],
  [
    'another kind of standby',
    { database: { url: 'postgres://x/y', readUrl: 'redis://x' } },
    /'readUrl' must look like postgres:/,
  ],
];
for (const [what, options, says] of wrong) {
  test(`${what} is named, with the mend`, () =>
    assert.throws(() => createCollector({ token: TOKEN, ...options }), says));
}
