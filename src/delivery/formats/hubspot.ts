import type { Format } from '../format.js';
import { serialize } from '../serialize.js';

const CONTACT = '0-1';

/**
 * HubSpot's unauthenticated form submission. The address is `https://api.hsforms.com/submissions/v3/integration/submit/<portal>/<form>`,
 * or is made from `options.portalId` and `options.formId`. The form needs the fields `nps_score`, `nps_category`, `nps_comment`,
 * or those that `options.score`, `options.category` and `options.comment` name. A contact is found by `email`, which is sent only
 * when the person left it with permission to be contacted. Nothing but answers: HubSpot has no place for the rest.
 */
export const format: Format = (message, { options = {} }) => {
  const { score, category, comment, contact, context } = message;
  if (score === undefined) return undefined;
  const values = {
    [options.score ?? 'nps_score']: `${score}`,
    [options.category ?? 'nps_category']: category,
    [options.comment ?? 'nps_comment']: comment,
    email: contact?.ok ? contact.email : undefined,
  };
  const fields = Object.entries(values)
    .filter(([, value]) => value)
    .map(([name, value]) => ({ objectTypeId: CONTACT, name, value }));
  const { portalId, formId } = options;
  return {
    ...(portalId && { url: `https://api.hsforms.com/submissions/v3/integration/submit/${portalId}/${formId}` }),
    body: serialize({
      submittedAt: `${Date.parse(message.at)}`,
      fields,
      ...(context?.path && { context: { pageUri: location.origin + context.path } }),
    })!,
    headers: { 'Content-Type': 'application/json' },
  };
};
