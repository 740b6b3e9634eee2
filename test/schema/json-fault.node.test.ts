import { test } from 'node:test';
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { jsonFault } from '../../src/schema/json-fault.js';

const faults: [text: string, line: number, column: number][] = [
  ['', 1, 1],
  ['{', 1, 2],
  ['{"a": }', 1, 7],
  ['{"a" 1}', 1, 6],
  ['{a: 1}', 1, 2],
  ["{'a': 1}", 1, 2],
  ['[1, 2,]', 1, 7],
  ['[1 2]', 1, 4],
  ['{"a": 1,\n "b": 01}', 2, 8],
  ['[\n\n  tru]', 3, 3],
  ['{"a": 1} x', 1, 10],
  ['[1}', 1, 3],
  ['"a\nb"', 1, 1],
  ['{"a":1,}', 1, 8],
  [']', 1, 1],
];
for (const [text, line, column] of faults) {
  test(`${JSON.stringify(text)} stops being JSON at line ${line}, column ${column}`, () =>
    assert.deepEqual(jsonFault(text), { line, column }));
}

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

test('a fault is found where JSON.parse finds one, and nowhere else', () => {
  const broken = fc
    .tuple(fc.json(), fc.nat(), fc.constantFrom('', ',', '{', ']', '"', '1', 'x', ' ', '\\', ':', '-', 'null'))
    .map(([text, at, by]) => text.slice(0, at % (text.length + 1)) + by + text.slice((at % (text.length + 1)) + 1));
  fc.assert(
    fc.property(fc.oneof(broken, broken, fc.json(), fc.string()), (text) => {
      assert.equal(jsonFault(text) === undefined, isJson(text), text);
    }),
    { numRuns: 5000 },
  );
});
