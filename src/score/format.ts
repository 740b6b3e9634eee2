/**
 * A value in points as it is shown: a whole number, halves rounded away from zero, `0` and never `-0`, `–` when there is
 * none. `Math.round` will not do, it takes −12.5 to −12. Round a score once, here; never compute one from rounded shares.
 *
 * @throws RangeError that names the value, unless it is finite or undefined.
 */
export function format(value: number | undefined): string {
  if (value === undefined) return '–';
  if (!Number.isFinite(value)) throw new RangeError(`${String(value)} is not a number of points.`);
  // To 15 digits first: 28.499999999999996 is the 28.5 of 57 in 200 after one multiplication too many.
  const whole = Math.round(Number(Math.abs(value).toPrecision(15)));
  return value < 0 && whole > 0 ? `-${whole}` : String(whole);
}
