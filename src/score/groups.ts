import { compare } from './compare.js';
import { add, answersIn, moments, type Counts } from './counts.js';
import { cochranQ, weighable } from './homogeneity.js';

/** One group beside all others. */
export interface Group {
  /** Points; missing without answers. */
  score: number | undefined;
  n: number;
  /** Of this group against the rest, adjusted Wald. Missing when either has no answers. */
  p?: number;
  /** `p` corrected for as many looks as there are groups. */
  holm?: number;
}

/** Do the groups differ at all (`q`, `df`, `p`), and which of them from the rest? */
export interface Groups {
  /** Missing, with its p, when fewer than two groups have answers. */
  q?: number;
  df: number;
  p?: number;
  groups: Record<string, Group>;
}

const NONE: Counts = { detractors: 0, passives: 0, promoters: 0 };

/**
 * Compares branches, plans or languages. Read `p` first: over 0.05, the groups differ no more than chance would make them,
 * and a ranking would be of noise. Then `holm` below 0.05 names the groups that stand out.
 *
 * `q` is Cochran's Q with weights n/V (see `cochranQ`); each group is set against all others together by `compare()`;
 * `holm` is S. Holm's step-down correction (Scandinavian Journal of Statistics 6, 1979). Groups without answers are listed
 * but take no part. Hide small groups first: `suppress()`.
 *
 * @throws RangeError that names the group and the count that is not a whole number from 0.
 */
export function compareGroups(groups: Record<string, Counts>): Groups {
  const entries = Object.entries(groups).map(([name, counts]) => ({ name, counts, n: answersIn(counts, name) }));
  const total = entries.reduce((sum, { counts }) => add(sum, counts), NONE);
  const compared = entries.map(({ name, counts, n }) => {
    const score = n === 0 ? undefined : moments(counts, false).mean;
    const p = compare(counts, add(total, negative(counts))).p;
    const group: Group = p === undefined ? { score, n } : { score, n, p };
    return { name, group };
  });
  correct(compared.map(({ group }) => group));
  const q = cochranQ(weighable(entries.filter(({ n }) => n > 0).map(({ counts }) => counts)));
  // fromEntries, because a group may be called `__proto__`.
  const listed = Object.fromEntries(compared.map(({ name, group }) => [name, group]));
  return q ? { q: q.value, df: q.df, p: q.p, groups: listed } : { df: 0, groups: listed };
}

/** Sets `holm`: the k-th smallest of m p-values times m − k + 1, never less than the one before, never over 1. */
function correct(groups: Group[]): void {
  const tested = groups.filter((group) => group.p !== undefined).sort((a, b) => a.p! - b.p!);
  let floor = 0;
  for (const [k, group] of tested.entries()) {
    floor = Math.min(1, Math.max(floor, (tested.length - k) * group.p!));
    group.holm = floor;
  }
}

const negative = ({ detractors, passives, promoters }: Counts): Counts => ({
  detractors: -detractors,
  passives: -passives,
  promoters: -promoters,
});
