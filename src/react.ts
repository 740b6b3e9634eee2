import type * as React from 'react';
import type { AskWell, AskwellEventMap, AskwellEventName } from './index.js';

const PROPERTIES = [
  'endpoint',
  'product',
  'survey',
  'kind',
  'layout',
  'placement',
  'locale',
  'theme',
  'userId',
  'prefill',
  'preview',
  'open',
  'config',
] as const;

type Properties = Partial<Pick<AskWell, (typeof PROPERTIES)[number]>>;
type Listeners = { [Name in AskwellEventName as `on${Name}`]?: (event: AskwellEventMap[Name]) => void };

/** What `<ask-well>` takes in JSX: its properties, a listener for each event (`onaskwell-response`), and what every element takes. */
export type AskWellProps = Properties & Listeners & React.HTMLAttributes<AskWell>;

declare module 'react' {
  // oxlint-disable-next-line typescript/no-namespace -- React looks for the types of elements in this one.
  namespace JSX {
    interface IntrinsicElements {
      'ask-well': React.ClassAttributes<AskWell> & AskWellProps;
    }
  }
}

type Own = Record<string, unknown>;

const isOwn = (name: string): boolean =>
  name.startsWith('onaskwell-') || (PROPERTIES as readonly string[]).includes(name);

/** What a component has put on its element, so that only what changed is touched again. */
const applied = new WeakMap<AskWell, Own>();

function apply(element: AskWell, next: Own): void {
  const before = applied.get(element) ?? {};
  applied.set(element, next);
  for (const name of Object.keys({ ...before, ...next })) {
    if (Object.is(before[name], next[name])) continue;
    if (name.startsWith('on')) {
      const event = name.slice(2);
      if (before[name]) element.removeEventListener(event, before[name] as EventListener);
      if (next[name]) element.addEventListener(event, next[name] as EventListener);
    } else {
      Object.assign(element, { [name]: next[name] });
    }
  }
}

/**
 * A component that renders `<ask-well>`, for React up to 18, which gives a custom element attributes only. React 19 needs
 * none: there the element itself takes the same props. Register the element with `import 'askwell/define'`.
 *
 * @param react the host's own React: nothing here imports one.
 */
export function askWellComponent({
  createElement,
  forwardRef,
}: Pick<typeof React, 'createElement' | 'forwardRef'>): React.ForwardRefExoticComponent<
  AskWellProps & React.RefAttributes<AskWell>
> {
  return forwardRef<AskWell, AskWellProps>(({ className, ...props }, outer) => {
    const own: Own = {};
    const attributes: Own = className === undefined ? {} : { class: className };
    for (const [name, value] of Object.entries(props)) (isOwn(name) ? own : attributes)[name] = value;
    const ref = (element: AskWell | null): void => {
      if (element) apply(element, own);
      if (typeof outer === 'function') outer(element);
      else if (outer) outer.current = element;
    };
    return createElement('ask-well', { ...attributes, ref });
  });
}
