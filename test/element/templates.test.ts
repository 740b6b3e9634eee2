import { expect } from '@open-wc/testing';
import { html as litHtml, render as litRender } from 'lit/html.js';
import { answer } from '../../src/element/answer.js';
import { renderPanel } from '../../src/element/panel.js';
import { createPresenter, type Host } from '../../src/element/presenter.js';
import { html, nothing, render } from '../../src/element/templates.js';
import type { AskwellConfig } from '../../src/config/config.js';
import ar from '../../src/locales/ar.js';
import en from '../../src/locales/en.js';
import { recordAsk, type Script } from './recorder.js';
import { until } from './stage.js';

type Render = (value: any, root: any) => unknown;

/** The same templates as Lit's own. */
const asLit = (value: any): unknown =>
  Array.isArray(value) ? value.map(asLit) : value?.strings ? litHtml(value.strings, ...value.values.map(asLit)) : value;
const renderByLit: Render = (value, root) => litRender(asLit(value), root);

/** What there is, without the comments that mark places; with what a person has chosen and typed. */
function picture(root: ParentNode & { innerHTML: string }): string {
  const fields = [...root.querySelectorAll<HTMLInputElement>('input, textarea')];
  const said = fields.map(({ name, value, checked }) => `${name}=${value}${checked ? '!' : ''}`);
  return [root.innerHTML.replaceAll(/<!--[^]*?-->/g, ''), ...said].join('\n');
}

/** The panel, rendered one way or the other. */
function mount(by: Render, config: AskwellConfig, script?: Script) {
  const host = Object.assign(document.createElement('div'), { open: false, requestUpdate: () => {} }) as Host;
  const root = host.attachShadow({ mode: 'open' });
  const presenter = createPresenter(host, answer);
  let due: Promise<void> | undefined;
  host.requestUpdate = () => {
    due ??= Promise.resolve().then(() => {
      due = undefined;
      presenter.beforeUpdate();
      by(renderPanel(presenter, host.open), root);
      presenter.settle();
    });
  };
  document.body.append(host);
  const ask = recordAsk(config, script);
  return {
    ask,
    host,
    presenter,
    root,
    query: <E extends HTMLElement>(selector: string) => root.querySelector<E>(selector)!,
  };
}
type Mounted = ReturnType<typeof mount>;

const type = (field: HTMLInputElement | HTMLTextAreaElement, value: string): void => {
  field.value = value;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
};
const score =
  (value: number) =>
  ({ query }: Mounted) =>
    query(`[name=score][value="${value}"]`).click();
const press =
  (selector: string) =>
  ({ query }: Mounted) =>
    query(selector).click();

const EVERYTHING: AskwellConfig = {
  product: '<b>Acme & Co</b>',
  reasons: { detractor: ['price', 'help'], promoter: ['price'] },
  contact: true,
  thanks: { text: 'Thanks.', link: { href: 'https://example.org/', text: 'More' } },
};

/** An answer that is safe only at the second attempt. */
const unsafe = (): Script => {
  let tries = 0;
  return { kept: async () => (tries++ % 2 ? 'durable' : 'memory') };
};

const STORIES: Record<string, [AskwellConfig, ((mounted: Mounted) => unknown)[], Script?]> = {
  'an answer with everything': [
    EVERYTHING,
    [
      score(3),
      press('[name=reason]'),
      score(9),
      score(2),
      ({ query }) => type(query('textarea'), 'Too <dear> & late'),
      press('[name=contact]'),
      ({ query }) => type(query<HTMLInputElement>('[type=email]'), 'nobody'),
      press('[part~=send]'),
      ({ query }) => type(query<HTMLInputElement>('[type=email]'), 'a@example.org'),
      press('[part~=send]'),
    ],
  ],
  'closing and coming back': [{}, [score(0), press('.close'), press('[part~=undo]'), press('[part~=send]')]],
  'an answer that is not safe': [{}, [score(10), press('[part~=send]'), press('[part~=send]')], unsafe()],
  'another theme, layout and direction': [{ theme: 'dark', layout: 'inline', locale: 'ar' }, [score(5)]],
  'a dialog': [{ layout: 'modal' }, [score(5), press('[part~=send]')]],
};

describe('the templates', () => {
  for (const [title, [config, steps, script]] of Object.entries(STORIES)) {
    it(`are rendered as Lit renders them: ${title}`, async () => {
      const pictures = [];
      for (const by of [renderByLit, render] as Render[]) {
        const mounted = mount(by, config, script);
        mounted.presenter.present(mounted.ask, config.locale ? ar : en);
        await until('seen', () => mounted.ask.seen);
        const taken = [picture(mounted.root)];
        for (const step of steps) {
          step(mounted);
          // Rendering, sending, and rendering what came of it.
          for (let turn = 0; turn < 10; turn++) await Promise.resolve();
          taken.push(picture(mounted.root));
        }
        pictures.push(taken);
        mounted.presenter.vanish();
        mounted.host.remove();
      }
      const [wanted, got] = pictures;
      expect(new Set(wanted).size).to.be.above(1);
      expect(got).to.deep.equal(wanted);
    });
  }

  it('keep what is there when only values change, and its state', () => {
    const root = document.createElement('div');
    const draw = (name: string, more: boolean) =>
      render(html`<p class=${name}>${name}<input>${more ? html`<i>more</i>` : nothing}</p>`, root);
    draw('one', true);
    const [paragraph, input] = [root.querySelector('p')!, root.querySelector('input')!];
    input.value = 'typed';
    draw('two', false);
    expect(root.querySelector('p')).to.equal(paragraph);
    expect(root.querySelector('input')).to.equal(input);
    expect(picture(root)).to.equal('<p class="two">two<input></p>\n=typed');
  });

  it('leave a field alone whose value did not change, whatever was typed into it', () => {
    const root = document.createElement('div');
    const draw = (value: string) => render(html`<input .value=${value}>`, root);
    draw('');
    root.querySelector('input')!.value = 'typed';
    draw('');
    expect(root.querySelector('input')!.value).to.equal('typed');
  });

  it('call the listener of the last rendering, once', () => {
    const root = document.createElement('div');
    const heard: string[] = [];
    for (const name of ['one', 'two']) render(html`<button @click=${() => heard.push(name)}></button>`, root);
    root.querySelector('button')!.click();
    expect(heard).to.deep.equal(['two']);
  });

  it('never take text for markup', () => {
    const root = document.createElement('div');
    render(html`<p title=${'"><img>'}>${'<img src=x onerror=alert(1)>'}</p>`, root);
    expect(root.querySelector('img')).to.equal(null);
    expect(root.textContent).to.equal('<img src=x onerror=alert(1)>');
  });

  it('let lists grow and shrink', () => {
    const root = document.createElement('ul');
    for (const list of [[1, 2, 3], [2], [], [4, 5]]) {
      render(html`${list.map((one) => html`<li>${one}</li>`)}`, root);
      expect(root.textContent).to.equal(list.join(''));
    }
  });
});
