import type { Format } from '../format.js';

const flatten = (value: unknown, name: string, fields: URLSearchParams): void => {
  if (value === undefined || value === null) return;
  if (Array.isArray(value)) for (const item of value) flatten(item, name, fields);
  else if (typeof value === 'object') {
    for (const [key, member] of Object.entries(value)) flatten(member, name ? `${name}_${key}` : key, fields);
  } else fields.append(name, `${value}`);
};

/**
 * An HTML form: `application/x-www-form-urlencoded`, no preflight. Nested names are joined (`survey.id` is `survey_id`), a list is
 * its name repeated. `options` are sent along as fields: `{'form-name': 'nps'}` for Netlify, `{_subject: '…'}` for Formspree.
 * A receiver that does not know ids gets a line for the score and another one for the comment, with the same `id`.
 */
export const format: Format = (message, { options }) => {
  const fields = new URLSearchParams();
  flatten(message, '', fields);
  for (const [name, value] of Object.entries(options ?? {})) fields.set(name, value);
  return { body: `${fields}`, headers: { 'Content-Type': 'application/x-www-form-urlencoded;charset=UTF-8' } };
};
