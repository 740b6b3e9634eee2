import { AskWellElement } from '../../src/element/ask-well.js';
import { loadMessages, resolveLocale } from '../../src/locales/index.js';
import type { AskwellConfig } from '../../src/config/config.js';
import { recordAsk, type RecordedAsk, type Script } from './recorder.js';

/** The element as the package registers it, but without an asker: a test presents the ask. */
class PresentingElement extends AskWellElement {
  static override loadLocale = async (wanted: readonly string[]) => loadMessages(resolveLocale(wanted));
}
customElements.define('ask-well', PresentingElement);

export interface Stage {
  element: AskWellElement;
  ask: RecordedAsk;
  root: ShadowRoot;
}

/** The element in the page, showing a recorded ask. */
export async function stage(
  config: AskwellConfig = {},
  script: Script = {},
  into: Element = document.body,
): Promise<Stage> {
  const ask = recordAsk(config, script);
  const element = document.createElement('ask-well');
  into.append(element);
  await element.present(ask);
  return { element, ask, root: element.shadowRoot! };
}

/** What somebody can press or fill in, by its accessible name. */
export function named<E extends HTMLElement>(root: ShadowRoot, name: string): E {
  const all = [...root.querySelectorAll<HTMLElement>('button, input, textarea, a')];
  const nameOf = (one: HTMLElement): string =>
    (one.getAttribute('aria-label') ?? (one as HTMLInputElement).labels?.[0]?.textContent ?? one.textContent)
      .replace(/\s+/g, ' ')
      .trim();
  const found = all.find((one) => nameOf(one) === name);
  if (!found)
    throw new Error(`nothing is named “${name}”; there are ${all.map((one) => `“${nameOf(one)}”`).join(', ')}`);
  return found as E;
}

/** Chooses a score as a pointer would: through the radio button. */
export async function choose({ element, root }: Stage, score: number): Promise<void> {
  root.querySelectorAll<HTMLInputElement>('input[name=score]')[score]!.click();
  await element.updateComplete;
}

export async function press({ element, root }: Stage, name: string): Promise<void> {
  named(root, name).click();
  await element.updateComplete;
}

/** Everything that a test left in the page goes. */
export function clear(): void {
  for (const element of document.querySelectorAll('ask-well')) element.remove();
}

/** Waits until the page was painted, when what is visible has been noticed. */
export const painted = (): Promise<void> =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve))));

/** Waits for what the engine does in its own time, and says what never came. */
export async function until(what: string, holds: () => unknown): Promise<void> {
  for (let frame = 0; frame < 120; frame++) {
    if (holds()) return;
    await painted();
  }
  throw new Error(`never: ${what}`);
}

/** Waits until nothing moves any more. An animation that was given up has ended too. */
export const still = async ({ root }: Pick<Stage, 'root'>): Promise<void> => {
  await Promise.allSettled(root.getAnimations().map((animation) => animation.finished));
};

export const panelOf = ({ root }: Stage): HTMLElement => root.querySelector<HTMLElement>('.panel')!;
export const radiosOf = ({ root }: Stage): HTMLInputElement[] => [
  ...root.querySelectorAll<HTMLInputElement>('[name=score]'),
];
export const commentOf = ({ root }: Stage): HTMLTextAreaElement | null => root.querySelector('textarea');
export const statusOf = ({ root }: Stage): string => root.querySelector('[role=status]')!.textContent.trim();

/** Types into a field as a person does, without needing the focus. */
export async function fill(
  { element }: Stage,
  field: HTMLInputElement | HTMLTextAreaElement,
  value: string,
): Promise<void> {
  field.value = value;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await element.updateComplete;
}
