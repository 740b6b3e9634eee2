/**
 * Where the continuous `f` changes its sign between `a` and `b`, on a scale of about 1: false position with the Illinois
 * rule (M. Dowell and P. Jarratt, BIT 11, 1971), which never leaves the bracket.
 */
export function root(f: (x: number) => number, a: number, b: number): number {
  let fa = f(a);
  let fb = f(b);
  if (fa === 0) return a;
  // 1e-15 is the last digit of a number near 1, and at most one step in three is a short one that is not yet the end.
  for (let short = 0; short < 3 && fb !== 0;) {
    const x = b - (fb * (b - a)) / (fb - fa);
    short = Math.abs(x - b) > 1e-15 ? 0 : short + 1;
    const fx = f(x);
    if (fx > 0 === fb > 0) fa /= 2;
    else {
      a = b;
      fa = fb;
    }
    b = x;
    fb = fx;
  }
  return b;
}
