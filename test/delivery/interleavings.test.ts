import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { bench, message, type Script } from './bench.js';

/** What may happen next. Nothing waits for what began before, unless it says so. */
const STEPS = {
  'a new answer': 2,
  'a further revision': 3,
  'the network goes': 1,
  'the endpoint is busy': 1,
  'the endpoint refuses': 1,
  'all is well': 2,
  'the page wakes up': 2,
  'the page is left': 1,
  'another page view': 1,
  'a rest': 2,
} as const;
type Step = keyof typeof STEPS;
const WEATHER: Partial<Record<Step, Script>> = {
  'the network goes': 'down',
  'the endpoint is busy': 503,
  'the endpoint refuses': 400,
  'all is well': 202,
};

const step = fc.oneof(
  ...Object.entries(STEPS).map(([name, weight]) => ({ arbitrary: fc.constant(name as Step), weight })),
);

describe('the outbox, whatever comes between whatever', () => {
  it('I2: every answer that was said to be safe arrives, in its last revision', async function patient() {
    this.timeout(120_000);
    let promises = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 12 }), async (steps) => {
        const page = await bench();
        const revisions: number[] = [];
        const safe: number[] = [];
        try {
          const post = (answer: number): void => {
            const revision = (revisions[answer] = (revisions[answer] ?? 0) + 1);
            void page.outbox.post(message(answer, revision)).then((kept) => {
              if (kept !== 'memory') safe[answer] = Math.max(safe[answer] ?? 0, revision);
            });
          };
          for (const now of steps) {
            if (now === 'a new answer') post(revisions.length);
            else if (now === 'a further revision') post(Math.max(0, revisions.length - 1));
            else if (now === 'the page wakes up') void page.outbox.flush('visibilitychange');
            else if (now === 'the page is left') page.outbox.leave();
            else if (now === 'another page view') await page.nextPageView();
            else if (now === 'a rest') await page.pass(1000);
            else page.script = [WEATHER[now]!];
          }
          await page.settle();
          page.script = [202];
          for (let view = 0; view < 4; view++) {
            await page.pass(400_000);
            await page.nextPageView();
            await page.outbox.retryFailed();
          }
          await page.pass(400_000);
          for (const [answer, revision] of safe.entries()) {
            if (!revision) continue;
            promises++;
            const { id } = message(answer);
            const arrived = page.events.filter((event) => event.id === id && event.status === 'delivered');
            const highest = Math.max(0, ...arrived.map((event) => event.revision));
            expect(highest, `${steps.join(', ')}: answer ${answer}`).to.be.at.least(revision);
          }
          expect((await page.outbox.diagnostics()).waiting, steps.join(', ')).to.deep.equal([]);
        } finally {
          await page.close();
        }
      }),
      { numRuns: 250, seed: 20261127 },
    );
    expect(promises).to.be.above(250);
  });
});
