import 'askwell/define';
import { advance, now, setNow } from 'askwell/testing';
import type { AskWell, Decision, Gate, Kind } from 'askwell';

const find = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T;
const rules = find<HTMLFormElement>('rules');
const log = find('log');
const next = find<HTMLButtonElement>('next');

const spoken = new Intl.DateTimeFormat('en', { dateStyle: 'full', timeStyle: 'medium', timeZone: 'UTC' });
const short = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });

const MANNERS = /^(hidden|modal|typing|media|recent-error|automation|busy|veto)$/;

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

/** In what a gate counts; those that are not named say yes or no, or a share. */
const UNITS: Partial<Record<Gate['code'], string>> = { 'min-visits': 'visits', 'max-ignores': 'times' };

function plain(code: Gate['code'], value: unknown): string {
  if (typeof value !== 'number') return value === undefined ? 'never' : value ? 'yes' : 'no';
  if (code === 'holdout' || code === 'sampling') return value.toFixed(2);
  const unit = UNITS[code] ?? 'days';
  return `${Math.round(value * 1000) / 1000} ${value === 1 ? unit.slice(0, -1) : unit}`;
}

function row({ code, pass, actual, required, nextEligibleAt }: Gate): HTMLTableRowElement {
  const line = document.createElement('tr');
  line.toggleAttribute('data-closed', !pass);
  const head = document.createElement('th');
  head.scope = 'row';
  head.textContent = code;
  const cells = [
    pass ? 'open' : 'closed',
    plain(code, actual),
    plain(code, required),
    nextEligibleAt ? short.format(Date.parse(nextEligibleAt)) : '',
  ];
  line.append(head, ...cells.map((text) => Object.assign(document.createElement('td'), { textContent: text })));
  return line;
}

/** The decision in a sentence or two. */
function verdict({ eligible, nextEligibleAt, gates }: Decision): string {
  if (eligible) return 'This person may be asked now.';
  const closed = gates.filter(({ pass }) => !pass).map(({ code }) => code);
  const when = nextEligibleAt
    ? `Next date: ${short.format(Date.parse(nextEligibleAt))} UTC.`
    : closed.every((code) => MANNERS.test(code))
      ? 'Only the moment is wrong.'
      : 'Waiting alone will not change it.';
  return `Not now: ${closed.join(', ')}. ${when}`;
}

async function render(): Promise<void> {
  const clock = find<HTMLTimeElement>('clock');
  clock.dateTime = new Date(now()).toISOString();
  clock.textContent = `${spoken.format(now())} UTC`;
  decision = await survey!.explain();
  find('verdict').textContent = verdict(decision);
  next.disabled = !decision.nextEligibleAt;
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
