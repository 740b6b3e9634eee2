import 'askwell/define';
import type { Ask, AskwellConfig } from 'askwell';

const CHOICES = {
  layout: ['corner', 'bar', 'modal', 'inline'],
  theme: ['light', 'dark', 'auto'],
  locale: ['en', 'de', 'ar', 'ja'],
  state: ['question', 'chosen', 'everything', 'wrong e-mail', 'thanks', 'thanks with link', 'unsent', 'closed'],
} as const;
type Choice = { [Key in keyof typeof CHOICES]: (typeof CHOICES)[Key][number] };

const REASONS = ['Price', 'Ease of use', 'Support', 'Speed', 'Something is missing'];

/** An ask that leads nowhere: the picture needs no rules, no storage and no network. */
function paperAsk(config: AskwellConfig, state: Choice['state']): Ask {
  return {
    id: 'gallery',
    kind: 'relational',
    config,
    preview: false,
    signal: new AbortController().signal,
    shown() {},
    reasons() {},
    comment() {},
    contact() {},
    score: (value) => (value > 8 ? 'promoter' : value > 6 ? 'passive' : 'detractor'),
    submit: async () => (state === 'unsent' ? 'memory' : 'durable'),
    dismiss: () => true,
    snooze: () => true,
    optOut: () => true,
    reopen: () => true,
  };
}

/** Brings one element into one state by pressing what a person would press. */
async function picture({ layout, theme, locale, state }: Choice): Promise<void> {
  document.documentElement.lang = locale;
  document.documentElement.dir = locale === 'ar' ? 'rtl' : 'ltr';
  document.body.className = `case ${theme} ${layout}`;
  document.body.innerHTML = '<h1>Invoices</h1><p>Everything that is due this month, and what was paid.</p>';
  const config: AskwellConfig = {
    layout,
    theme,
    locale,
    product: 'Ledgerline',
    ...(/everything|wrong/.test(state) && { reasons: REASONS, contact: true }),
    ...(state === 'thanks with link' && {
      thanks: { link: { href: 'https://example.com/news', text: 'Read what we did with earlier answers' } },
    }),
  };
  const element = document.createElement('ask-well');
  element.hosted = true;
  if (state === 'everything')
    element.innerHTML =
      '<b slot="logo">◆ Ledgerline</b><small slot="privacy">We keep your answer for two years.</small>';
  document.body.append(element);
  await element.present(paperAsk(config, state));

  const press = async (selector: string): Promise<void> => {
    element.shadowRoot!.querySelector<HTMLElement>(selector)!.click();
    await element.updateComplete;
  };
  if (state !== 'question' && state !== 'closed') await press('input[value="8"]');
  if (/everything|wrong/.test(state)) {
    await press('input[name=reason]');
    await press('input[name=contact]');
  }
  if (/wrong|thanks|unsent/.test(state)) await press('.main');
  if (state === 'closed') await press('.close');
  (document.activeElement as HTMLElement | null)?.blur();
  await new Promise((resolve) => setTimeout(resolve));
  document.documentElement.dataset['ready'] = '';
}

/** A page of pictures: fix what you want to compare by, leave the others open. */
function overview(fixed: URLSearchParams): void {
  const keys = Object.keys(CHOICES) as (keyof Choice)[];
  document.querySelector('main')!.innerHTML =
    '<h1>Gallery</h1><p class="soft">The question in every layout, theme, locale and state.</p><form class="row"></form><div class="pictures"></div>';
  const form = document.querySelector('form')!;
  for (const key of keys) {
    const select = Object.assign(document.createElement('select'), { name: key });
    const open = key === 'state' || key === 'layout';
    for (const value of ['', ...CHOICES[key]]) select.append(new Option(value || 'all', value));
    select.value = fixed.get(key) ?? (open ? '' : CHOICES[key][0]);
    const label = document.createElement('label');
    label.append(key, select);
    form.append(label);
  }
  const draw = (): void => {
    const chosen = new FormData(form);
    const values = (key: keyof Choice): readonly string[] =>
      chosen.get(key) ? [String(chosen.get(key))] : CHOICES[key];
    const pictures = document.querySelector('.pictures')!;
    pictures.replaceChildren();
    for (const layout of values('layout'))
      for (const theme of values('theme'))
        for (const locale of values('locale'))
          for (const state of values('state')) {
            const figure = document.createElement('figure');
            const frame = document.createElement('iframe');
            frame.loading = 'lazy';
            frame.title = [layout, theme, locale, state].join(' · ');
            frame.src = `?${new URLSearchParams({ picture: '', layout, theme, locale, state })}`;
            const caption = document.createElement('figcaption');
            caption.textContent = frame.title;
            figure.append(caption, frame);
            pictures.append(figure);
          }
  };
  form.addEventListener('change', draw);
  draw();
}

const query = new URLSearchParams(location.search);
if (query.has('picture')) void picture(Object.fromEntries(query) as unknown as Choice);
else overview(query);
