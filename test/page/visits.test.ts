import { expect } from '@open-wc/testing';
import { mergeHistory, type History } from '../../src/core/history.js';
import { visited } from '../../src/page/visits.js';

const MINUTE = 60_000;
const START = Date.UTC(2026, 10, 23);
const YEAR = 365 * 24 * 60 * MINUTE;

/** Page views at these instants (ms after the start), each merged into what was remembered. */
const views = (...times: number[]): History =>
  times.reduce<History>((history, time) => mergeHistory(history, visited(history, START + time)), { v: 1, asks: [] });

describe('visits', () => {
  const TABLE: [string, number[], number][] = [
    ['the first page view is a visit', [0], 1],
    ['a page view before 30 minutes have gone belongs to it', [0, 30 * MINUTE - 1], 1],
    ['one after exactly 30 minutes is a new visit', [0, 30 * MINUTE], 2],
    ['a long stay with many page views is one visit', [0, 20, 40, 60, 80].map((minutes) => minutes * MINUTE), 1],
    ['three days are three visits', [0, 24 * 60 * MINUTE, 48 * 60 * MINUTE], 3],
    ['a clock put back an hour makes no visit', [0, -60 * MINUTE], 1],
    ['a clock that was years ahead does not stop the counting', [0, 10 * YEAR, MINUTE, 40 * MINUTE], 4],
    ['a clock that was years behind does not either', [0, -10 * YEAR, MINUTE, 40 * MINUTE], 4],
  ];
  for (const [what, times, count] of TABLE) it(what, () => expect(views(...times).visits).to.equal(count));

  it('keep the first one', () => expect(views(0, YEAR).firstSeen).to.equal(START));

  it('heal what a wrong clock wrote', () => {
    const wrong: History = {
      v: 1,
      asks: [{ id: 'x', survey: 'nps', state: 'answered', at: START + YEAR, until: START + YEAR }],
    };
    expect(visited(wrong, START).asks[0]).to.include({ at: START, until: START + YEAR });
  });

  it('counted in two tabs at once are one', () => {
    const tab = visited(undefined, START);
    expect(mergeHistory(tab, visited(tab, START + 5)).visits).to.equal(1);
  });
});
