import { quiet } from '../core/quiet.js';
import { watchKeyboard } from './keyboard.js';
import type { Host, Presenter } from './presenter.js';
import { isBlocked } from './top-layer.js';

/** From the appearance of a question that stands above the page: makes way for the touch keyboard, and hears of the rest of the page. */
export function follow(presenter: Presenter, host: Host, signal: AbortSignal): void {
  watchKeyboard(host.shadowRoot!, signal);

  /** Once nothing is asked any more, the next thing that the person does on the page clears the panel away; no clock does. */
  const elsewhere = (event: Event): void => {
    const { showing } = presenter;
    if (!showing || event.composedPath().includes(host)) return;
    const key = (event as KeyboardEvent).key;
    if (showing.stage === 'asking') {
      const free = document.activeElement === document.body && !event.defaultPrevented && !isBlocked(host);
      if (key === 'Escape' && free) presenter.leave('escape');
    } else if (
      !/^(Tab|Shift|Control|Alt|Meta)$/.test(key) &&
      (showing.stage === 'closed' || !host.shadowRoot!.querySelector('a[part]'))
    )
      presenter.vanish();
  };
  document.addEventListener('pointerdown', quiet(elsewhere), { signal });
  document.addEventListener('keydown', quiet(elsewhere), { signal });
}

/** Sends what was said, if it is fit to be sent, and says what became of it. */
export async function send(presenter: Presenter, host: Host, event: Event): Promise<void> {
  const now = presenter.showing;
  if (!now || now.score === undefined || !/asking|unsent/.test(now.stage)) return;
  const { ask } = now;
  if (!now.said && !event.isTrusted) return;
  const email = host.shadowRoot!.querySelector<HTMLInputElement>('[type=email]');
  host.requestUpdate();
  if ((now.invalid = !!email && !email.checkValidity())) return email.focus();
  if (!now.said) now.category = ask.score(now.score);
  if (email) ask.contact({ ok: true, email: now.email });
  now.stage = 'sending';
  const kept = await ask.submit().catch(() => 'memory');
  if (presenter.showing !== now) return;
  now.stage = kept === 'memory' && !ask.preview ? 'unsent' : 'thanks';
  host.requestUpdate();
}
