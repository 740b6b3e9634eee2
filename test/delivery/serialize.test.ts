import { expect } from '@open-wc/testing';
import { serialize } from '../../src/delivery/serialize.js';
import { message } from './bench.js';

describe('serializing', () => {
  it('equals JSON.stringify on plain data', () => {
    const values = [
      message(1, 2, { comment: '"\\\n\u2028 é 😀 \ud800', reasons: [] }),
      { a: [1, [2, { b: null }], 'x'], c: { d: true, e: undefined }, f: -0, g: 1e21, h: NaN },
      [],
      {},
      '',
      0,
      false,
      null,
      [undefined, () => 1],
      { f: () => 1, s: Symbol.iterator },
      { __proto__: null, own: 1 },
      { at: new Date(0) },
    ];
    for (const value of values) expect(serialize(value)).to.equal(JSON.stringify(value));
  });

  it('throws on a cycle rather than hanging', () => {
    const cycle: Record<string, unknown> = {};
    cycle.self = cycle;
    expect(() => serialize(cycle)).to.throw();
  });

  describe('on a page with Prototype.js 1.6 or MooTools 1.2', () => {
    const natives = [Array, String, Number, Boolean, Date].map((type) => type.prototype as any);
    beforeEach(() => {
      for (const native of natives) {
        native.originalToJSON = native.toJSON;
        native.toJSON = function () {
          return `"${this}"`;
        };
      }
    });
    afterEach(() => {
      for (const native of natives) {
        if (native.originalToJSON) native.toJSON = native.originalToJSON;
        else delete native.toJSON;
        delete native.originalToJSON;
      }
    });

    it('G6: the JSON on the wire is byte-equal to that of a clean page', () => {
      const value = { reasons: ['price', 'support'], score: 0, ok: true, at: new Date(0), deep: [[1]] };
      expect(serialize(value)).to.equal(
        '{"reasons":["price","support"],"score":0,"ok":true,"at":"1970-01-01T00:00:00.000Z","deep":[[1]]}',
      );
      expect(JSON.stringify([1]), 'the page is poisoned').not.to.equal('[1]');
    });
  });

  it('F7: what the page put on Object.prototype is not sent', () => {
    (Object.prototype as any).endpoint = 'https://evil.example';
    try {
      expect(serialize({ a: 1 })).to.equal('{"a":1}');
    } finally {
      delete (Object.prototype as any).endpoint;
    }
  });
});
