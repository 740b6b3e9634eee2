/** The page of the campaign: the built script tag as a host has it, and what a person and a host's own view do with it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { STORAGE_FAULTS } from './campaign-page.js';

const DIST = join(import.meta.dirname, '../../dist');

const CAMPAIGN = `
  const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  // Without frames: a tab in the background paints none.
  const until = async (look) => {
    for (let tries = 0; tries < 400; tries++) {
      const found = look();
      if (found) return found;
      await pause(10);
    }
    throw new Error('never: ' + look);
  };
  const find = (selector) => [...document.querySelectorAll('ask-well')].at(-1)?.shadowRoot.querySelector(selector);
  let ask;
  let hand;
  let seen;
  addEventListener('askwell-ask', (event) => ({ ask } = event));
  addEventListener('askwell-shown', ({ id }) => (seen = id));
  globalThis.campaign = {
    skew: +new URLSearchParams(location.search).get('skew'),
    storage: 'none',
    ready: new Promise((resolve) => addEventListener('load', resolve)),
    async ask(person, byHand) {
      hand = byHand;
      ask = undefined;
      await askwell.identify({ id: person });
      await askwell.ask();
      if (!ask) return;
      if (byHand) await until(() => seen === ask.id || ask.signal.aborted);
      else ask.shown({ question: 'How likely?', locale: 'en', dir: 'ltr', layout: 'own' });
      return ask.id;
    },
    score(value) {
      if (ask.signal.aborted) return false;
      if (hand) find('[value="' + value + '"]').click();
      else ask.score(value);
      return true;
    },
    async send(comment) {
      if (!hand) {
        ask.comment(comment);
        return ask.submit();
      }
      const field = await until(() => find('textarea'));
      field.value = comment;
      field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      find('[part~=send]').click();
      const said = await until(() => find('.said [role=status]')?.textContent);
      return /thank/i.test(said) ? 'durable' : 'memory';
    },
    async left() {
      const { waiting, dead } = await askwell.diagnostics();
      return waiting.length + dead.length;
    },
    revive: () => askwell.retryFailed(),
  };
  globalThis[Symbol.for('askwell.clock')] = () => Date.now() + campaign.skew;
`;

/** Whoever was asked a moment ago may be asked again: the campaign is about what becomes of answers. */
export const RULES = `data-when='[{"event":"never"}]' data-throttle-first-ask-after-days="0" data-throttle-min-visits="1"
  data-throttle-after-answer-days="0" data-throttle-after-dismiss-days="0" data-throttle-after-ignore-days="0" data-throttle-max-ignores="9999"
  data-manners='{"hidden":false,"automation":false,"typing":false,"modal":false,"error":false,"media":false}'`;

/** Everything under dist that a page can fetch, read once: a build in the middle of a campaign does not change what is tried. */
export function builtFiles(): Map<string, string> {
  const files = readdirSync(DIST, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /^(askwell[\w-]*|(locales|formats)\/[\w-]+)\.js$/.test(file),
  );
  if (!files.includes('askwell.js')) throw new Error('The campaign drives the built files: npm run build');
  return new Map(files.map((file) => [`/dist/${file}`, readFileSync(join(DIST, file), 'utf8')]));
}

export const builtPage = (
  endpoint: string,
): string => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Campaign</title>
<body><h1>Campaign</h1><script>{${CAMPAIGN}${STORAGE_FAULTS}}</script>
<script src="/dist/askwell.js" data-endpoint="${endpoint}" ${RULES}></script>`;
