import assert from 'node:assert/strict';

/** `actual` is `expected` to `relative` of it; where that is 0, to `relative` itself. */
export function close(actual: number | undefined, expected: number, relative = 1e-9): void {
  const error = Math.abs((actual ?? NaN) - expected);
  assert.ok(error <= relative * (Math.abs(expected) || 1), `${actual} is not ${expected} to ${relative}`);
}

/** Counts from the order in which the reference writes them: detractors, passives, promoters. */
export const counts = ([detractors = 0, passives = 0, promoters = 0]: readonly number[]) => ({
  detractors,
  passives,
  promoters,
});
