import { expect } from '@open-wc/testing';
import type { Askwell } from '../../src/asking/asker.js';
import type { AskwellConfig } from '../../src/config/config.js';
import { AskWellElement } from '../../src/element/ask-well.js';
import type { CreateAskwell } from '../../src/element/attributes.js';
import { recordAsk } from './recorder.js';
import { choose, clear, radiosOf, stage } from './stage.js';

type Made = { config: AskwellConfig; ports: Parameters<CreateAskwell>[1]; calls: string[] };
const made: Made[] = [];

/** An asker that only writes down what it is told. */
const createAskwell: CreateAskwell = (config, ports) => {
  const calls: string[] = [];
  made.push({ config, ports, calls });
  const note =
    (name: string) =>
    (...args: unknown[]) => {
      calls.push(`${name}(${args.map((arg) => JSON.stringify(arg)).join()})`);
      return Promise.resolve(`what ${name} says`);
    };
  return new Proxy({}, { get: (_, name) => note(String(name)) }) as Askwell;
};

customElements.define(
  'ask-well-wired',
  class extends AskWellElement {
    static override createAskwell = createAskwell;
  },
);
const wired = (): AskWellElement => document.createElement('ask-well-wired') as AskWellElement;
/** The next task: by then an element that left for good has let go. */
const task = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

async function connected(element: AskWellElement): Promise<Made> {
  document.body.append(element);
  await element.updateComplete;
  return made.at(-1)!;
}

describe('the life of the element', () => {
  beforeEach(() => {
    made.length = 0;
  });
  afterEach(() => {
    clear();
    document.querySelectorAll('ask-well-wired, ask-well-late').forEach((element) => element.remove());
  });

  it('makes one asker when it enters the page, that asks at once', async () => {
    const { config, ports } = await connected(wired());
    expect(made).to.have.length(1);
    expect(config).to.deep.equal({ when: [] });
    expect(ports.target instanceof AskWellElement).to.equal(true);
  });

  it('makes none when its asker is somebody else’s', async () => {
    const element = wired();
    element.hosted = true;
    await connected(element);
    expect(made).to.have.length(0);
  });

  it('reads attributes over the configuration', async () => {
    const element = wired();
    element.config = {
      product: 'Acme',
      when: [{ event: 'paid' }],
      user: { id: 'u_1', traits: { plan: 'pro' } },
      theme: 'dark',
    };
    const attributes = {
      endpoint: '/api',
      product: 'Birch',
      survey: 'app',
      kind: 'transactional',
      layout: 'bar',
      placement: 'start',
      locale: 'de',
      'user-id': 'u_2',
    };
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    const { config } = await connected(element);
    expect(config).to.deep.equal({
      endpoint: '/api',
      product: 'Birch',
      survey: 'app',
      kind: 'transactional',
      layout: 'bar',
      placement: 'start',
      locale: 'de',
      theme: 'dark',
      when: [{ event: 'paid' }],
      user: { id: 'u_2', traits: { plan: 'pro' } },
    });
  });

  it('hands prefill and preview on', async () => {
    const element = wired();
    element.setAttribute('prefill', '0');
    element.setAttribute('preview', '');
    const { ports } = await connected(element);
    expect(ports).to.include({ prefill: 0, preview: true });
  });

  it('honours a configuration set right after it entered the page', async () => {
    const element = document.body.appendChild(wired());
    element.config = { product: 'Acme' };
    await element.updateComplete;
    expect(made).to.have.length(1);
    expect(made[0]!.config.product).to.equal('Acme');
  });

  it('honours properties set before it was defined', async () => {
    const early = document.createElement('ask-well-late') as AskWellElement;
    early.config = { product: 'Acme' };
    early.theme = 'dark';
    document.body.append(early);
    customElements.define(
      'ask-well-late',
      class extends AskWellElement {
        static override createAskwell = createAskwell;
      },
    );
    await early.updateComplete;
    expect(made[0]!.config).to.include({ product: 'Acme', theme: 'dark' });
  });

  it('tells the asker of a change, and of nothing else', async () => {
    const element = wired();
    const { calls } = await connected(element);
    element.product = 'Acme';
    await element.updateComplete;
    expect(calls).to.deep.equal(['update({"when":[],"product":"Acme"})']);
    element.removeAttribute('product');
    await element.updateComplete;
    await element.present(recordAsk());
    element.requestUpdate();
    await element.updateComplete;
    expect(calls).to.have.length(1);
  });

  it('starts afresh when preview or prefill change', async () => {
    const element = wired();
    const { calls } = await connected(element);
    element.preview = true;
    await element.updateComplete;
    expect(calls).to.deep.equal(['stop()']);
    expect(made.at(-1)!.ports.preview).to.equal(true);
  });

  it('passes every method on, also those called before it entered the page', async () => {
    const element = wired();
    element.track('paid');
    const early = element.explain();
    const { calls } = await connected(element);
    expect(await early).to.equal('what explain says');
    void element.identify({ id: 'u_1' });
    void element.consent('granted');
    expect(await element.ask()).to.equal('what ask says');
    for (const name of ['privacyReport', 'diagnostics', 'retryFailed', 'reset'] as const)
      expect(await element[name]()).to.equal(`what ${name} says`);
    expect(calls).to.deep.equal([
      'track("paid")',
      'explain()',
      'identify({"id":"u_1"})',
      'consent("granted")',
      'ask()',
      'privacyReport()',
      'diagnostics()',
      'retryFailed()',
      'reset()',
    ]);
  });

  it('lets go of the page when it is removed, and begins again when it comes back', async () => {
    const element = wired();
    const { calls } = await connected(element);
    element.remove();
    await task();
    expect(calls).to.deep.equal(['stop()']);
    await connected(element);
    expect(made).to.have.length(2);
  });

  it('survives a mount, unmount and mount in one task', async () => {
    const element = wired();
    document.body.append(element);
    element.remove();
    document.body.append(element);
    await task();
    expect(made).to.have.length(1);
    expect(made[0]!.calls).to.deep.equal([]);
  });

  it('keeps an answer in progress when it is moved', async () => {
    const shown = await stage({ layout: 'corner' });
    await choose(shown, 6);
    shown.root.querySelector('textarea')!.value = 'half a sentence';
    const box = document.body.appendChild(document.createElement('div'));
    box.append(shown.element);
    await shown.element.updateComplete;
    await task();
    expect(radiosOf(shown)[6]!.checked).to.equal(true);
    expect(shown.root.querySelector('textarea')!.value).to.equal('half a sentence');
    expect(shown.root.querySelector('.panel')!.matches(':popover-open')).to.equal(true);
    expect(shown.ask.calls.join()).to.not.contain('dismiss');
    box.remove();
  });

  it('asks when it is opened and there is nothing to show', async () => {
    const element = wired();
    const { calls } = await connected(element);
    element.open = true;
    await element.updateComplete;
    expect(calls).to.deep.equal(['ask()']);
    expect(element.open).to.equal(false);
  });
});
