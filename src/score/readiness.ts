import { answersIn, shown as named, type Counts } from './counts.js';
import { format } from './format.js';
import { callBacks, type Loop } from './loop.js';
import { nps } from './nps.js';
import { sampleSizeForMargin } from './plan.js';

/** What is known about a score. Whatever is left out is not known, and that is a reason by itself. */
export interface ReadinessFacts {
  counts: Counts;
  /** People who could have been asked. */
  eligible?: number;
  /** People who saw the question. */
  shown?: number;
  /** People who answered it. */
  answered?: number;
  /** Periods that have answers: their number, or the list that `trend()` takes. */
  periods?: number | readonly unknown[];
  /** Unhappy customers who agreed to be called: the share that was, from 0 to 1, or their number by state. */
  loop?: Loop;
}

export interface Readiness {
  /** No reason against it is left. */
  ready: boolean;
  /** What stands against a decision, one sentence or two each, with what to do. Empty when ready. */
  reasons: string[];
}

/** Points either way. Few decisions hang on less, and 254 to 382 answers reach it. */
const MARGIN = 10;
/** Below 10 answers an interval is of little use, and nobody should be tempted to read one. */
const ANSWERS = 10;
/** Of those who saw the question. Below it, the silent ones outweigh all that was said. */
const RESPONSE_RATE = 0.1;
/** Two make a difference, not yet a direction. */
const PERIODS = 3;
/** Of the unhappy customers who agreed to be called. */
const CALLED_BACK = 0.5;

/**
 * May this number carry a decision yet? Asks for at least 10 answers and a margin of at most ± 10 points at 95 %, a known
 * base, a response rate of 10 %, three periods, and that half of the unhappy customers who agreed to be called were.
 * The thresholds are ours, chosen with care but not by research; the reasons say what was measured, so that a reader can
 * judge for themself.
 *
 * @throws RangeError that names the value: a number that is not a whole one from 0, or an unknown state of the loop.
 */
export function readiness(facts: ReadinessFacts): Readiness {
  const n = answersIn(facts.counts);
  for (const name of ['eligible', 'shown', 'answered'] as const) checkCount(facts[name], name);
  const reasons = [
    ...ofAnswers(facts.counts, n),
    ...ofPeople(facts, n),
    ...ofPeriods(typeof facts.periods === 'object' ? facts.periods.length : facts.periods),
    ...ofLoop(facts.loop),
  ];
  return { ready: reasons.length === 0, reasons };
}

function ofAnswers(counts: Counts, n: number): string[] {
  if (n === 0) return ['There are no answers yet.'];
  if (n < ANSWERS) {
    return [`There ${n === 1 ? 'is only 1 answer' : `are only ${n} answers`}: read the comments, wait for the number.`];
  }
  const { score, variance, interval } = nps(counts);
  const { low, high } = interval!;
  if (high - low <= 2 * MARGIN) return [];
  const enough = sampleSizeForMargin({ margin: MARGIN, variance });
  const wanted = enough > n ? ` About ${enough} answers, instead of ${n}, would bring it to ± ${MARGIN}.` : '';
  return [
    `The score is ${format(score)}, but anything from ${format(low)} to ${format(high)} fits the answers.${wanted}`,
  ];
}

function ofPeople({ eligible, shown, answered }: ReadinessFacts, n: number): string[] {
  const reasons: string[] = [];
  if (answered !== undefined && n > answered) {
    reasons.push(`The score counts ${n} answers, but ${answered} people answered: some are counted twice.`);
  }
  if (eligible === undefined) {
    reasons.push('It is not known how many people could have been asked, so nor is whom the answers stand for.');
  } else if (shown !== undefined && shown > eligible) {
    reasons.push(`${shown} people saw the question, but only ${eligible} could have been asked: mend the counting.`);
  }
  if (shown === undefined || answered === undefined) {
    reasons.push('The response rate is not known. Count who saw the question as well as who answered it.');
  } else if (answered > shown) {
    reasons.push(`${answered} people answered, but only ${shown} saw the question: mend the counting.`);
  } else if (answered < shown * RESPONSE_RATE) {
    const rate = Number(((100 * answered) / shown).toPrecision(2));
    reasons.push(
      `Of those who saw the question, ${rate} % answered; under ${100 * RESPONSE_RATE} % the silent ones decide the true score. Ask at a better moment.`,
    );
  }
  return reasons;
}

function ofPeriods(periods: number | undefined): string[] {
  checkCount(periods, 'periods');
  if (periods === undefined) return ['It is not known over how many periods the answers were collected.'];
  if (periods >= PERIODS) return [];
  return [
    `There ${periods === 1 ? 'is 1 period' : `are ${periods} periods`} with answers; a direction shows from ${PERIODS} on.`,
  ];
}

function ofLoop(loop: Loop | undefined): string[] {
  if (loop === undefined) return ['It is not known whether unhappy customers are called back.'];
  const share = callBacks(loop);
  if (share >= CALLED_BACK) return [];
  const rate = Math.round(100 * share);
  return [
    `${rate} % of the unhappy customers who may be called were. Close that loop before the score becomes a target.`,
  ];
}

function checkCount(value: number | undefined, name: string): void {
  if (value === undefined || (Number.isSafeInteger(value) && value >= 0)) return;
  throw new RangeError(`${name}: ${named(value)} is not a count; write a whole number from 0.`);
}
