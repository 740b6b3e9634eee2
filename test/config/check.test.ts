import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { readAttributes } from '../../src/config/attributes.js';
import { quickConfig } from '../../src/config/quick.js';
import { resolveConfig } from '../../src/config/resolve.js';
import { explainConfig } from '../../src/schema/explain.js';
import { doubtful, members } from './configurations.js';

const script = (html: string): HTMLScriptElement => {
  const holder = document.createElement('template');
  holder.innerHTML = html;
  return holder.content.querySelector('script')!;
};

describe('the configuration in this engine', () => {
  it('is checked as the schema does', () => {
    fc.assert(
      fc.property(doubtful, (config) => {
        const found = explainConfig(config);
        expect(resolveConfig(config) !== undefined, found.join('\n')).to.equal(found.length === 0);
      }),
      { numRuns: 1500 },
    );
  }).timeout(60_000);

  it('is passed by a glance only when it is right', () => {
    const small = fc
      .constantFrom(...Object.keys(members))
      .chain((key) => fc.record({ [key]: fc.oneof(members[key]!, fc.anything()) }));
    fc.assert(
      fc.property(small, (config) => !quickConfig(config) || resolveConfig(config) !== undefined),
      { numRuns: 1500 },
    );
  }).timeout(60_000);

  it('is read from the attributes of a script as the parser writes them', () => {
    const { dataset } = script(`<script async src="askwell.js" DATA-Throttle-After-Answer-Days="90" data-endpoint='/api'
      data-when='[{"event": "paid"}]' data-product="Tom &amp; Söhne" data-debug></script>`);
    expect(readAttributes(dataset)).to.deep.equal({
      throttle: { afterAnswerDays: 90 },
      endpoint: '/api',
      when: [{ event: 'paid' }],
      product: 'Tom & Söhne',
      debug: true,
    });
  });

  it('takes nothing from a polluted Object.prototype', () => {
    const polluted = [
      'endpoint',
      'debug',
      'consent',
      'afterAnswerDays',
      'veto',
      'test',
      'split',
      'url',
      'rate',
      'named',
      'config',
    ];
    for (const key of polluted) {
      // oxlint-disable-next-line no-extend-native -- what a hostile page does.
      Object.defineProperty(Object.prototype, key, {
        value: 'https://evil.example',
        configurable: true,
        enumerable: true,
        writable: true,
      });
    }
    try {
      const config = resolveConfig({ survey: 'nps', context: {} });
      expect(config).to.not.equal(undefined);
      for (const key of ['endpoint', 'veto', 'url'] as const) expect((config as any)[key]).to.equal(undefined);
      expect(config!.debug).to.equal(false);
      expect(config!.manners.veto).to.equal(undefined);
      expect(config!.context.url).to.equal('path');
      expect(config!.throttle.afterAnswerDays).to.equal(90);
      expect(explainConfig({ survey: 'nps' })).to.deep.equal([]);
      const { dataset } = script('<script data-survey="a" data-endpoint-format="json"></script>');
      expect(JSON.stringify(readAttributes(dataset))).to.equal('{"endpoint":{"format":"json"},"survey":"a"}');
    } finally {
      for (const key of polluted) delete (Object.prototype as any)[key];
    }
  });

  it('pollutes nothing by itself', () => {
    const evil = JSON.parse(
      '{"__proto__": {"endpoint": "https://evil.example"}, "constructor": {"prototype": {"debug": true}}}',
    );
    expect(resolveConfig(evil)).to.equal(undefined);
    expect(explainConfig(evil).join()).to.contain('__proto__: this key is refused');
    const { dataset } = script(
      `<script data-__proto__='{"endpoint": "/x"}' data-config='{"__proto__": {"debug": true}}'></script>`,
    );
    expect(resolveConfig(readAttributes(dataset))).to.equal(undefined);
    expect(({} as any).endpoint).to.equal(undefined);
    expect(({} as any).debug).to.equal(undefined);
  });

  it('is read once, so that a getter cannot change its mind after the check', () => {
    let reads = 0;
    const config = resolveConfig({
      get endpoint() {
        return reads++ ? 'javascript:alert(1)' : '/api';
      },
    });
    expect([config!.endpoint, reads]).to.deep.equal(['/api', 1]);
  });

  it('never throws: getters, revoked proxies, cycles, other realms', () => {
    const cyclic: Record<string, unknown> = { survey: 'nps' };
    cyclic['context'] = { properties: cyclic };
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const foreign = (frame.contentWindow as any).eval('({ survey: "nps", when: [{ seconds: 5 }], reasons: ["a"] })');
    const thrower = {
      get kind() {
        throw new Error('no');
      },
    };
    for (const wrong of [cyclic, proxy, thrower, frame.contentWindow, document.all, document, Symbol('x'), 5n]) {
      expect(resolveConfig(wrong)).to.equal(undefined);
      expect(quickConfig(wrong)).to.equal(undefined);
      expect(explainConfig(wrong).length).to.be.greaterThan(0);
    }
    expect(resolveConfig(foreign)!.survey).to.equal('nps');
    frame.remove();
  });
});
