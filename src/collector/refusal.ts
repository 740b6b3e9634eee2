/** A request that is answered with an error. The words never repeat what was sent. */
export class Refusal extends Error {
  constructor(
    readonly status: 400 | 401 | 403 | 404 | 405 | 408 | 409 | 413 | 415 | 422 | 429 | 503,
    message: string,
    /** Where in the body or the query the fault is (`[3].survey.kind`); empty for the body as a whole. */
    readonly path?: string,
    /** Seconds until another try makes sense. */
    readonly retryAfter?: number,
  ) {
    super(message);
  }

  toResponse(): Response {
    const { status, message, path, retryAfter } = this;
    const error = path ? `${path} ${message}` : path === '' ? `The body ${message}` : message;
    const headers = retryAfter === undefined ? undefined : { 'Retry-After': String(retryAfter) };
    return Response.json({ error, ...(path !== undefined && { path }) }, { status, headers });
  }
}
