import * as z from 'zod/mini';
import type { Deliver, EndpointObject, FormatFunction } from '../config/config.js';
import { FORMAT, INSECURE, isAddress, isHeaders } from '../config/patterns.js';
import { code, data, holds, maybe, passing, text } from './values.js';

/** Whether the page is one that browsers let call TLS only; the same fact that the quick check reads. */
const isSecurePage = () => globalThis.location?.protocol === 'https:';

const NO_ADDRESS =
  'must be an http or https address, or a path of this site such as /api/responses, without a password, @, spaces or \\';
const address = () =>
  text(Infinity).check(
    z.refine(holds(isAddress), { error: NO_ADDRESS, abort: true }),
    z.refine((value) => !(isSecurePage() && INSECURE.test(value)), {
      error: 'is mixed content: a page served by https may not send to http; use https',
    }),
  );

const vendors = [
  'segment',
  'posthog',
  'mixpanel',
  'amplitude',
  'plausible',
  'hubspot',
  'supabase',
  'data-layer',
] as const;
const formats = z.enum(['auto', 'json', 'text', 'form', 'cloudevents', ...vendors]);

const parts = z
  .strictObject({
    url: maybe(address(), 'Where answers go. Formats of vendors with one public address know it themselves.'),
    format: maybe(z.union([formats, code<FormatFunction>()]), 'The shape of the request; `auto` by default.'),
    messages: maybe(
      z.enum(['all', 'responses']),
      '`responses` leaves out `asked`, `dismissed`, `snoozed` and `opted-out`. `all` by default; `responses` for `form` and `hubspot`.',
    ),
    headers: maybe(
      passing<Record<string, string>>(isHeaders, 'an object of HTTP header names and values'),
      'Sent along. A header beyond the simple ones costs a preflight to another origin.',
    ),
    credentials: maybe(z.enum(['omit', 'same-origin', 'include']), 'Cookies are never sent unless this says so.'),
    options: maybe(data(), 'What a vendor’s format needs besides the address: write key, token, project, form.'),
  } satisfies Record<keyof EndpointObject, unknown>)
  .check((payload) => {
    const { url, format } = payload.value;
    if (payload.issues.length || url || typeof format === 'function' || FORMAT.exec(format ?? '')?.[2]) return;
    payload.issues.push({
      code: 'custom',
      path: ['url'],
      input: payload.value,
      message: `is missing; the format '${format ?? 'auto'}' needs an address`,
    });
  });

export const endpoint = maybe(
  z.union([address(), parts, code<Deliver>()]),
  'Where answers go: an address, an object, or a function `(message) => Promise`. Without it there are only events.',
);
