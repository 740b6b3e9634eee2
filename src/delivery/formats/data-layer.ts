import type { Format } from '../format.js';
import { eventName } from '../properties.js';

type Page = Record<string, unknown> & { gtag?: (...call: unknown[]) => void };

/**
 * Google Analytics 4 on this page: `gtag('event', …)` where the page has it, else a push for the Tag Manager into `dataLayer`
 * (or the list that `options.dataLayer` names). Never the comment, the contact, the person or free text: Google forbids what
 * identifies people. There is no request of ours; whether Google got it is between Google and the page.
 */
export const format: Format = (message, { options }) => {
  const page = globalThis as unknown as Page;
  const event = eventName(message).toLowerCase().replaceAll(' ', '_');
  const parameters = {
    survey_id: message.survey.id,
    survey_wave: message.survey.wave,
    response_id: message.id,
    revision: message.revision,
    ...(message.score !== undefined && { score: message.score, category: message.category }),
  };
  if (typeof page.gtag === 'function') page.gtag('event', event, parameters);
  else ((page[options?.dataLayer ?? 'dataLayer'] ??= []) as unknown[]).push({ event, ...parameters });
  return undefined;
};
