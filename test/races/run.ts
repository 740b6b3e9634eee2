/**
 * `npm run races`: 2, then 8 real tabs fire at once, 100 rounds in each engine, and 50 times the browser is killed right after the
 * claim. `--rounds 10 --tabs 2 --kills 5 --engines chromium,firefox` for less. Ends with 1 when anybody was asked twice. Needs the build.
 */
import { parseArgs } from 'node:util';
import { ENGINES, type Engine } from './browsers.js';
import { killAfterClaim } from './kill.js';
import { raceTabs } from './race.js';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '100' },
    tabs: { type: 'string', default: '2,8' },
    kills: { type: 'string', default: '50' },
    engines: { type: 'string', default: ENGINES.join() },
  },
});
let bad = false;
for (const engine of values.engines.split(',').filter(Boolean) as Engine[]) {
  for (const tabs of values.tabs.split(',').map(Number)) {
    const result = await raceTabs(engine, tabs, Number(values.rounds));
    if (!result) {
      console.log(`${engine}: NOT on this machine`);
      bad = true;
      break;
    }
    console.log(`${engine}, ${tabs} tabs:`, JSON.stringify(result));
    bad ||= result.questions[1] !== result.rounds || result.claims[1] !== result.rounds;
  }
}
if (Number(values.kills)) {
  const result = await killAfterClaim(Number(values.kills));
  console.log(
    `killed after the claim ${result.kills} times: asked again ${result.askedAgain}, ` +
      `known by the durable store alone ${result.byClaimAlone}`,
    JSON.stringify(result.refusedBy),
  );
  bad ||= result.askedAgain > 0;
}
console.log(bad ? 'FAILED' : 'Nobody was asked twice.');
process.exit(bad ? 1 : 0);
