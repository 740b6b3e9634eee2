import { expect } from '@open-wc/testing';
import { uuidv7 } from '../../src/core/id.js';

describe('ids of asks', () => {
  const bytes = (fill: number): Uint8Array => new Uint8Array(16).fill(fill);

  it('agree with the example of RFC 9562, appendix A.6', () => {
    const random = Uint8Array.from([0, 0, 0, 0, 0, 0, 0x7c, 0xc3, 0x98, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f]);
    expect(uuidv7(0x017f22e279b0, random)).to.equal('017f22e2-79b0-7cc3-98c4-dc0c0c07398f');
  });

  it('carry version 7 and the variant whatever the random bytes are', () => {
    for (const fill of [0, 255]) expect(uuidv7(1, bytes(fill))).to.match(/^00000000-0001-7[0-9a-f]{3}-[89ab]/);
  });

  it('sort by time', () => {
    expect(uuidv7(Date.UTC(2026, 0, 1), bytes(255)) < uuidv7(Date.UTC(2026, 0, 2), bytes(0))).to.equal(true);
  });
});
