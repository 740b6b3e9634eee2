import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { isAskedHere } from '../../src/page/navigation.js';

/** The same in another way, which takes for ever on hostile input: a regular expression. */
const byExpression = (pattern: string, path: string): boolean => {
  const source = encodeURI(pattern)
    .replaceAll('%25', '%')
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replace(/:\w+/g, '[^/]+');
  return new RegExp(`^${source}$`).test(path);
};

/** What a pattern may be made of, and what of a path each piece can stand for. */
const PIECES: Record<string, readonly string[]> = {
  '*': ['', 'a', '/', 'a/b', '-b/'],
  '**': ['', 'ab/'],
  ':id': ['a', 'b-', 'ab:'],
  ':x/': ['a/', '-/'],
  '/': ['/'],
  a: ['a'],
  b: ['b'],
  '-': ['-'],
  ':': [':'],
  ':-': [':-'],
  '.': ['.'],
  'a+(b)': ['a+(b)'],
  é: ['%C3%A9'],
  '%41': ['%41'],
};
const piece = fc
  .constantFrom(...Object.keys(PIECES))
  .chain((sign) => fc.tuple(fc.constant(sign), fc.constantFrom(...PIECES[sign]!)));

describe('where', () => {
  it('agrees with a regular expression about patterns and the paths that they were made for', () => {
    let matched = 0;
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), fc.constantFrom('', '', 'a', '/'), (pieces, more) => {
        const pattern = pieces.map(([sign]) => sign).join('');
        const path = pieces.map(([, text]) => text).join('') + more;
        const expected = byExpression(pattern, path);
        if (expected) matched++;
        assert.equal(isAskedHere({ include: [pattern] }, path), expected);
      }),
      { numRuns: 10_000 },
    );
    assert.ok(matched > 3000 && matched < 9500, `${matched} of 10,000 matched`);
  });

  const long = `/${'a'.repeat(2000)}`;
  for (const [pattern, path] of [
    ['*a*a*a*a*b', long],
    [`${'*a'.repeat(50)}*b`, long],
    [`/${':a-'.repeat(30)}`, `/${'-'.repeat(2000)}!`],
    [`/x${':a:b:c:d:e:f:g:h'.repeat(5)}/`, `/x${'a'.repeat(2000)}`],
    [`${'*'.repeat(400)}b`, long],
  ] as const) {
    it(`“${pattern.slice(0, 20)}…” is refused in 5 ms`, () => {
      const times = Array.from({ length: 7 }, () => {
        const start = performance.now();
        assert.equal(isAskedHere({ include: [pattern] }, path), false);
        return performance.now() - start;
      });
      // The best of several: the machine may be busy, but a search for ever is one every time.
      assert.ok(Math.min(...times) <= 5, `${Math.min(...times)} ms`);
    });
  }
});
