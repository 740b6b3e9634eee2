import type { AskerPorts, Askwell } from '../asking/asker.js';
import type { AskwellConfig } from '../config/config.js';

const NAMES = ['endpoint', 'product', 'survey', 'kind', 'layout', 'placement', 'locale', 'theme'] as const;

/** What an element says about its configuration: the whole object, and single keys as properties or attributes. */
export type Configured = Pick<AskwellConfig, (typeof NAMES)[number]> & { config?: AskwellConfig; userId?: string };

/** The configuration of an element: what an attribute says goes before the object. A removed attribute is `null` to Lit. */
export function configOf(element: Configured): AskwellConfig {
  const { config, userId } = element;
  const own = NAMES.flatMap((name) => (element[name] == null ? [] : [[name, element[name]]]));
  // The element stands where the host wants to ask, so it asks at once unless it is told when.
  return {
    when: [],
    ...config,
    ...Object.fromEntries(own),
    ...(userId != null && { user: { ...config?.user, id: userId } }),
  };
}

/** Makes the object that decides whether and when to ask. */
export type CreateAskwell = (
  config: AskwellConfig,
  ports: Pick<AskerPorts, 'present' | 'target' | 'preview' | 'prefill'>,
) => Askwell;
