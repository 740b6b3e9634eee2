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

  /** The fault with its place, as a sentence. */
  get words(): string {
    return this.path ? `${this.path} ${this.message}` : this.path === '' ? `The body ${this.message}` : this.message;
  }

  toResponse(): Response {
    const { status, path, retryAfter, words: error } = this;
    const headers = {
      ...(status === 401 && { 'WWW-Authenticate': 'Bearer' }),
      ...(retryAfter !== undefined && { 'Retry-After': String(retryAfter) }),
    };
    return Response.json({ error, ...(path !== undefined && { path }) }, { status, headers });
  }
}
