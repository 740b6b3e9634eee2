import { expect } from '@open-wc/testing';
import { painted, until } from './stage.js';

/** The built files of the script tag, under the headers that strict hosts send. `npm run build` makes them. */
const STRICT = "default-src 'none'; script-src 'self'; connect-src 'self'; require-trusted-types-for 'script'";
const ATTRIBUTES = `data-endpoint="/strict/endpoint" data-product="Acme" data-when="[]" data-storage="memory" data-manners-automation="false"
  data-throttle-first-ask-after-days="0" data-throttle-min-visits="1" data-contact="true" data-reasons='["Price"]'`;
const TAG = `<script async src="/dist/askwell.js" ${ATTRIBUTES}></script>`;
const EARS = '<script src="/strict/ears.js"></script>';

interface Framed extends Window {
  troubles: string[];
}
let frame: HTMLIFrameElement | undefined;

async function open(headers: Record<string, string>, html: string): Promise<Framed> {
  frame = document.createElement('iframe');
  frame.style.cssText = 'position: fixed; inset: 0; inline-size: 780px; block-size: 580px; border: 0';
  frame.src = `/strict/page?${new URLSearchParams({ headers: JSON.stringify(headers), html: `<!doctype html><html lang="en"><title>x</title>${html}<main>x</main></html>` })}`;
  document.body.append(frame);
  await new Promise((resolve) => frame!.addEventListener('load', resolve, { once: true }));
  return frame.contentWindow as Framed;
}

const rootOf = ({ document: page }: Window): ShadowRoot | undefined =>
  page.querySelector('ask-well')?.shadowRoot ?? undefined;

/** Goes from the question to the thanks, and tells how the question looked. */
async function answer(page: Framed): Promise<Record<string, string>> {
  const find = <E extends HTMLElement>(selector: string): E | null => rootOf(page)?.querySelector<E>(selector) ?? null;
  await until('question', () => find('[name=score]'));
  find('[value="9"]')!.click();
  await until('comment', () => find('textarea'));
  await until('dressed', () => getComputedStyle(find('textarea')!).resize === 'vertical');
  const looks: Record<string, string> = {};
  for (const selector of ['.panel', '[value="9"] + span', 'textarea', '.main', '.close']) {
    const { backgroundColor, color, position, borderRadius, width } = page.getComputedStyle(find(selector)!);
    looks[selector] = [backgroundColor, color, position, borderRadius, width].join(' ');
  }
  find('.main')!.click();
  await until('thanks', () => find('[role=status]')!.textContent.includes('Thank you'));
  expect(rootOf(page)!.querySelectorAll('[style]')).to.have.length(0);
  return looks;
}

describe('under a content security policy', function patient() {
  this.timeout(30_000);
  let usual: Record<string, string>;

  before(async () => {
    if (!(await fetch('/dist/askwell.js')).ok)
      throw new Error('these tests are about the built files: run `npm run build` first');
    usual = await answer(await open({}, EARS + TAG));
    frame!.remove();
  });
  afterEach(() => frame?.remove());

  const working: Record<string, [headers: Record<string, string>, html?: string]> = {
    'nothing but own scripts and Trusted Types': [{ 'content-security-policy': STRICT }],
    'only our own name for Trusted Types': [{ 'content-security-policy': `${STRICT}; trusted-types askwell` }],
    'no Trusted Types policy at all': [{ 'content-security-policy': `${STRICT}; trusted-types 'none'` }],
    'only other names for Trusted Types': [{ 'content-security-policy': `${STRICT}; trusted-types lit-html` }],
    'a host’s own Lit, loaded first, and both names': [
      { 'content-security-policy': `${STRICT}; trusted-types lit-html askwell` },
      `${EARS}<script type="module" src="/node_modules/lit/index.js"></script>${TAG}`,
    ],
    'a nonce and strict-dynamic': [
      {
        'content-security-policy':
          "default-src 'none'; script-src 'nonce-abc' 'strict-dynamic'; connect-src 'self'; require-trusted-types-for 'script'",
      },
      (EARS + TAG).replaceAll('<script', '<script nonce="abc"'),
    ],
    'styles only from files': [{ 'content-security-policy': "default-src 'self'; style-src 'self'" }],
    'a sandbox without forms, pop-ups and modals': [
      { 'content-security-policy': 'sandbox allow-scripts allow-same-origin' },
    ],
    'isolation from other origins': [
      { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' },
    ],
    'every permission denied': [
      { 'permissions-policy': 'camera=(), geolocation=(), fullscreen=(), storage-access=(), unload=()' },
    ],
  };
  for (const [name, [headers, html = EARS + TAG]] of Object.entries(working)) {
    it(`works, looks the same and breaks no rule with ${name}`, async () => {
      const page = await open(headers, html);
      expect(await answer(page)).to.deep.equal(usual);
      expect(page.troubles).to.deep.equal([]);
    });
  }

  it('the question of the script tag takes the page’s own logo and note', async () => {
    const page = await open({ 'content-security-policy': STRICT }, EARS + TAG);
    await until('question', () => rootOf(page)?.querySelector('[name=score]'));
    for (const slot of ['logo', 'privacy']) {
      const piece = Object.assign(page.document.createElement('b'), { slot, textContent: 'Acme' });
      page.document.querySelector('ask-well')!.append(piece);
      expect(piece.assignedSlot, slot).to.not.equal(null);
      expect(piece.getBoundingClientRect().height, slot).to.be.above(0);
    }
  });

  for (const [name, policy] of [
    ['nothing but own scripts and Trusted Types', STRICT],
    ['only our own name for Trusted Types', `${STRICT}; trusted-types askwell`],
    ['no Trusted Types policy at all', `${STRICT}; trusted-types 'none'`],
    ['styles only from files', "default-src 'self'; style-src 'self'"],
  ] as const) {
    it(`the element of the package works too, and breaks no rule with ${name}`, async () => {
      const html = `${EARS}<script type="module" src="/dist/define.js"></script><ask-well preview product="Acme"></ask-well>`;
      const page = await open({ 'content-security-policy': policy }, html);
      await answer(page);
      expect(page.troubles).to.deep.equal([]);
    });
  }

  const forbidding: Record<string, string> = {
    'only the file of the tag': `default-src 'none'; script-src ${location.origin}/dist/askwell.js ${location.origin}/strict/ears.js; connect-src 'self'`,
  };
  for (const [name, policy] of Object.entries(forbidding)) {
    it(`throws nothing into a host that allows ${name}`, async () => {
      const page = await open({ 'content-security-policy': policy }, EARS + TAG);
      await until('loaded', () => (page as unknown as { askwell?: { explain?: unknown } }).askwell?.explain);
      // Nothing happens that could be waited for, but the page is told that something was refused.
      await until('refused', () => page.troubles.some((trouble) => trouble.startsWith('violation')));
      for (let frame = 0; frame < 30; frame++) await painted();
      expect(page.troubles.filter((trouble) => !trouble.startsWith('violation'))).to.deep.equal([]);
      expect(rootOf(page)?.querySelectorAll('[name=score]').length ?? 0).to.equal(0);
    });
  }
});
