/** What a page under a policy hears of that went wrong on it. */
const EARS = `
  window.troubles = [];
  addEventListener('error', (event) => troubles.push('error: ' + event.message));
  addEventListener('unhandledrejection', (event) => troubles.push('rejection: ' + event.reason));
  addEventListener('securitypolicyviolation', (event) => troubles.push('violation: ' + event.effectiveDirective + ' ' + event.blockedURI));
`;

/**
 * Pages with headers of their own, for the tests of Content Security Policy: `/strict/page?headers={…}&html=…` answers with that,
 * `/strict/ears.js` is a script for its head, and `/strict/endpoint` takes any message.
 *
 * @param {{ path: string, query: Record<string, string>, type: string, status: number, body: unknown, set(headers: object): void }} context
 * @param {() => Promise<void>} next
 */
export async function strictPages(context, next) {
  const { path, query } = context;
  if (path === '/strict/ears.js') {
    context.type = 'js';
    context.body = EARS;
  } else if (path === '/strict/endpoint') {
    context.status = 202;
    context.body = '{}';
    context.type = 'json';
  } else if (path === '/strict/page') {
    context.set(JSON.parse(query.headers));
    context.type = 'html';
    context.body = query.html;
  } else await next();
}
