import 'askwell/define';
import { advance, now, setNow } from 'askwell/testing';
import type { AskWell, Decision, Gate, Kind } from 'askwell';

const find = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T;
const rules = find<HTMLFormElement>('rules');
const log = find('log');
const next = find<HTMLButtonElement>('next');

const spoken = new Intl.DateTimeFormat('en', { dateStyle: 'full', timeStyle: 'medium', timeZone: 'UTC' });
const short = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });

let survey: AskWell | undefined;
let decision: Decision | undefined;

function note(text: string): void {
  const line = document.createElement('li');
  line.textContent = `${short.format(now())}: ${text}`;
  log.prepend(line);
}

/** One page view, as after loading the page: a new element, under the rules and the person chosen. */
function visit(): void {
  survey?.remove();
  const choice = Object.fromEntries(new FormData(rules)) as Record<
    'kind' | 'user' | 'rate' | 'spread' | 'survey',
    string
  >;
  survey = document.createElement('ask-well');
  survey.config = {
    survey: choice.survey,
    kind: choice.kind as Kind,
    product: 'Acme',
    storage: 'memory',
    when: [{ event: 'trigger' }],
    sampling: { rate: Number(choice.rate), spread: choice.spread === 'yes' },
    ...(choice.user && { user: { id: choice.user } }),
  };
  survey.addEventListener('askwell-shown', () => note('the question is shown'));
  survey.addEventListener('askwell-score', ({ score }) => note(`the person gives a ${score}`));
  survey.addEventListener('askwell-dismiss', ({ reason }) => note(`the person closes it (${reason})`));
  for (const type of ['askwell-shown', 'askwell-score', 'askwell-dismiss', 'askwell-response'] as const) {
    survey.addEventListener(type, () => void render());
  }
  document.body.append(survey);
  void render();
}

const plain = (value: unknown): string =>
  typeof value === 'number' ? String(Math.round(value * 1000) / 1000) : value === undefined ? '–' : String(value);

function row({ code, pass, actual, required, nextEligibleAt }: Gate): HTMLTableRowElement {
  const line = document.createElement('tr');
  line.toggleAttribute('data-closed', !pass);
  const head = document.createElement('th');
  head.scope = 'row';
  head.textContent = code;
  const cells = [
    pass ? 'open' : 'closed',
    plain(actual),
    plain(required),
    nextEligibleAt ? short.format(Date.parse(nextEligibleAt)) : '',
  ];
  line.append(head, ...cells.map((text) => Object.assign(document.createElement('td'), { textContent: text })));
  return line;
}

async function render(): Promise<void> {
  const clock = find<HTMLTimeElement>('clock');
  clock.dateTime = new Date(now()).toISOString();
  clock.textContent = `${spoken.format(now())} UTC`;
  decision = await survey!.explain();
  const date = decision.nextEligibleAt;
  find('verdict').textContent = decision.eligible
    ? 'This person may be asked now.'
    : date
      ? `Not now. If nothing happens until then: ${short.format(Date.parse(date))} UTC.`
      : 'Not now, and waiting alone will not change it.';
  next.disabled = !date;
  document.querySelector('#gates tbody')!.replaceChildren(...decision.gates.map(row));
}

find('move').addEventListener('click', ({ target }) => {
  const { span } = (target as HTMLElement).dataset;
  if (!span) return;
  advance(JSON.parse(span));
  note('the person comes back to the page');
  visit();
});

next.addEventListener('click', () => {
  setNow(decision!.nextEligibleAt!);
  note('the person comes back at the very instant named');
  visit();
});

rules.addEventListener('change', visit);

find('ask').addEventListener('click', () => {
  const closed = decision!.gates.filter(({ pass }) => !pass).map(({ code }) => code);
  note(closed.length ? `a trigger fires, nobody is asked: ${closed.join(', ')}` : 'a trigger fires');
  survey!.track('trigger');
});

find('forget').addEventListener('click', async () => {
  await survey!.reset();
  log.replaceChildren();
  visit();
});

setNow(Date.now());
visit();
