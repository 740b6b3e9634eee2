import assert from 'node:assert/strict';
import type { Rules } from '../../src/core/decide.js';
import type { AskState } from '../../src/core/history.js';
import { throttleFor } from '../../src/core/throttle.js';
import { randomFrom } from './random.js';
import { localOver, Tab, type Device } from './tab.js';

const DAY = 86_400_000;
const START = Date.UTC(2026, 0, 1);

/** How far a clock may be wrong: minutes, days, ten years, in both directions. */
const ERRORS = [0.01, 1, 1.9, 2.1, 40, 100, 3650].flatMap((days) => [days * DAY, -days * DAY]);

const WAITS: Partial<Record<AskState, number>> = { answered: 90, dismissed: 30, snoozed: 7, shown: 7 };
const OUTCOMES = Object.keys(WAITS) as AskState[];

/** A device on which somebody may be asked, and what they do then. */
interface Survivor {
  /** A page view at an instant of the device's own clock (epoch ms): did it ask? */
  view(now: number): boolean | Promise<boolean>;
  react(state: AskState): unknown;
}

/** The parts of the package without a browser. */
function withoutBrowser(): Survivor {
  const rules: Rules = { survey: 'nps', throttle: throttleFor(), wave: 'quarter', rate: 1, holdout: 0, spread: false };
  const texts = new Map<string, string>();
  let time = 0;
  let asks = 0;
  let react: (state: AskState) => void;
  const device: Device = {
    local: localOver(texts, () => false),
    durable: new Map(),
    lockedUntil: 0,
    now: () => time,
  };
  return {
    view(now) {
      time = now;
      const tab = new Tab(device, undefined, () => ({}));
      const record = tab.claim(rules, `ask-${asks++}`);
      react = (state) => record && tab.mark(record, state);
      return !!record;
    },
    react: (state) => react(state),
  };
}

/**
 * A year on a device whose clock is now right and now wrong by one amount. Nobody may be asked sooner, in true time, than the
 * rules say, because the clock went back; and once it is right for good, nobody may wait for more than two periods.
 *
 * A clock that is put forward cannot be told from an absence, so what it lets through early is not held against the rules: unless
 * it only comes back to where it has been before. Then whoever was asked meanwhile was asked no sooner than what it showed last.
 */
export async function surviveClock(
  seed: number,
  device: Survivor = withoutBrowser(),
): Promise<{ asks: number; jumps: number }> {
  const random = randomFrom(seed);
  const error = random.pick(ERRORS);
  let time = START;
  let offset = 0;
  let jumps = 0;
  let asks = 0;
  let last: { time: number; offset: number; state: AskState } | undefined;
  /** The latest that this clock has shown in a page view before the last ask. */
  let known = 0;
  let shown = 0;

  const view = async (): Promise<void> => {
    const now = time + offset;
    const before = shown;
    shown = Math.max(shown, now);
    if (!(await device.view(now))) return;
    if (last && known > last.time + last.offset && now >= known) {
      const days = (now - known) / DAY;
      assert.ok(
        days >= WAITS[last.state]!,
        `seed ${seed}: asked again ${days} days after what the clock had shown before, clock wrong by ${error / DAY} days`,
      );
    }
    known = before;
    if (last && offset <= last.offset) {
      const days = (time - last.time) / DAY;
      assert.ok(
        days >= WAITS[last.state]!,
        `seed ${seed}: asked again after ${days} days, clock wrong by ${error / DAY} days`,
      );
    }
    asks++;
    const state = random.pick(OUTCOMES);
    await device.react(state);
    last = { time, offset, state };
  };

  for (; time < START + 365 * DAY; time += random.pick([0.02, 0.5, 1, 3]) * DAY) {
    if (random.chance(0.03)) {
      offset = offset ? 0 : error;
      jumps++;
    }
    await view();
  }

  offset = 0;
  const right = time;
  const before = asks;
  // The longest wait is that after an answer, and two days are what a clock may be off. A date that was wrong by less than that
  // may come true before the wait is over; then it is as good a date as the other, and the later one counts.
  const most = 95 * DAY + Math.min(Math.max(error, 0), 92 * DAY);
  while (asks === before && time < right + most) {
    time += DAY;
    await view();
  }
  assert.ok(
    asks > before,
    `seed ${seed}: not asked in ${most / DAY} days after the clock was right again, error ${error / DAY} days`,
  );
  return { asks, jumps };
}
