import type { FormatName } from '../config/config.js';
import type { Format } from './format.js';

const FORMATS: Record<Exclude<FormatName, 'auto' | 'json' | 'text'>, () => Promise<{ format: Format }>> = {
  form: () => import('./formats/form.js'),
  cloudevents: () => import('./formats/cloudevents.js'),
  segment: () => import('./formats/segment.js'),
  posthog: () => import('./formats/posthog.js'),
  mixpanel: () => import('./formats/mixpanel.js'),
  amplitude: () => import('./formats/amplitude.js'),
  plausible: () => import('./formats/plausible.js'),
  hubspot: () => import('./formats/hubspot.js'),
  supabase: () => import('./formats/supabase.js'),
  'data-layer': () => import('./formats/data-layer.js'),
};

/** Gets a format that is not built in, when it is first needed. */
export const loadFormat = async (name: string): Promise<Format> =>
  (await FORMATS[name as keyof typeof FORMATS]()).format;
