import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { campaign } from './campaign.js';

// The small size of the campaign; `npm run faults -- --schedules 1000` is the large one.
describe('the fault campaign', () => {
  it('I1 A13 B2 B3 B22 C2 C5: no promised answer is lost, none is stored twice, no page sees an exception', async () => {
    const figures = await campaign({ seed: 1, schedules: 5 });
    const { lost, wrongRows, complaints, stuck } = figures;
    assert.deepEqual({ lost, wrongRows, complaints, stuck }, { lost: [], wrongRows: [], complaints: [], stuck: [] });
    assert.ok(figures.promised > 5, `only ${figures.promised} answers were promised`);
  });
});
