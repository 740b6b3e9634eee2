import { describe, it } from 'node:test';
import { surviveClock } from './clocks.js';
import { liveThrough } from './world.js';

// The whole of it: npm run model -- --seed 1 --schedules 1000
describe('a year of visits, tabs, crashes, faults of storage and changing people', () => {
  for (let seed = 1; seed <= 8; seed++) {
    it(`agrees with the slow reference at every decision (schedule ${seed})`, () => void liveThrough(seed));
  }
});

describe('a year with a clock that jumps', () => {
  for (let seed = 1; seed <= 2; seed++) {
    it(`asks nobody sooner, and keeps nobody waiting for longer than two periods (schedules ${seed * 100} to ${seed * 100 + 49})`, async () => {
      for (let i = 0; i < 50; i++) await surviveClock(seed * 100 + i);
    });
  }
});
