/** `npm run races` in small: real tabs that fire at once, and a browser that is killed right after the claim. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ENGINES } from '../races/browsers.js';
import { killAfterClaim } from '../races/kill.js';
import { raceTabs } from '../races/race.js';

const ROUNDS = 4;
const TABS = 4;
const KILLS = 3;

describe('nobody is asked twice', () => {
  for (const engine of ENGINES) {
    it(`by ${TABS} tabs of ${engine} at one instant`, async () => {
      const result = await raceTabs(engine, TABS, ROUNDS);
      if (!result) {
        assert.ok(!process.env.CI, `${engine} is not on this machine.`);
        console.warn(`${engine} is not on this machine: its tabs were NOT raced.`);
        return;
      }
      assert.deepEqual([result.questions, result.claims], [{ 1: ROUNDS }, { 1: ROUNDS }], JSON.stringify(result));
      // Where one tab alone wanted to ask, it was no race.
      const raced = Object.keys(result.rivals).some((tabs) => Number(tabs) > 1);
      assert.ok(raced, JSON.stringify(result));
    });
  }

  it('after the browser was killed right after the claim', async () => {
    const { kills, askedAgain } = await killAfterClaim(KILLS);
    assert.deepEqual([kills, askedAgain], [KILLS, 0]);
  });
});
