import 'askwell/define';
import type { AskwellConfig } from 'askwell';
import { locales } from '../src/locales/index.js';

const form = document.getElementById('choices') as HTMLFormElement;
const stage = document.getElementById('stage')!;
const snippet = document.getElementById('snippet')!;
const language = form.elements.namedItem('locale') as HTMLSelectElement;
for (const code of ['auto', ...locales])
  language.append(
    new Option(
      code === 'auto' ? 'auto' : `${code} · ${new Intl.DisplayNames(code, { type: 'language' }).of(code)}`,
      code,
    ),
  );

const defaults: Record<string, string> = {
  kind: 'relational',
  layout: 'corner',
  placement: 'end',
  theme: 'auto',
  locale: 'auto',
  product: '',
};

function chosen(): Record<string, string> {
  return Object.fromEntries([...new FormData(form)].map(([key, value]) => [key, String(value).trim()]));
}

function render(): void {
  const choice = chosen();
  const survey = document.createElement('ask-well');
  for (const [key, value] of Object.entries(choice)) if (value) survey.setAttribute(key, value);
  survey.setAttribute('preview', '');
  survey.config = { contact: true, reasons: ['Price', 'Quality', 'Support'] } satisfies AskwellConfig;
  stage.replaceChildren(survey);
  const attributes = Object.entries(choice).filter(([key, value]) => value && value !== defaults[key]);
  const quoted = (prefix: string): string =>
    attributes
      .map(([key, value]) => `\n  ${prefix}${key}="${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`)
      .join('');
  snippet.textContent =
    `<script async src="https://cdn.example/askwell.js"\n  data-endpoint="/api/responses"${quoted('data-')}></script>\n\n` +
    `<ask-well endpoint="/api/responses"${quoted('')}></ask-well>`;
}

form.addEventListener('input', render);
document
  .getElementById('copy')!
  .addEventListener('click', () => void navigator.clipboard.writeText(snippet.textContent ?? ''));
document.getElementById('seed')!.addEventListener('click', async () => {
  const said = document.getElementById('seeded')!;
  said.textContent = 'Loading…';
  const response = await fetch('/seed', { method: 'POST' });
  said.textContent = await response.text();
});
render();
