/** One request in the log. No body, no query, no address, no header: nothing that tells who it was. */
export interface LogLine {
  at: string;
  method: string;
  path: string;
  status: number;
  milliseconds: number;
  /** Code or class of a failure inside; never its message, which may quote data. */
  failure?: string;
}

/**
 * The path as it may be logged: identifiers in it are replaced, since `/v1/people/:id` names a person.
 * What is no plain letter of a path becomes a question mark, so that no control sign reaches a terminal.
 */
export function loggedPath(path: string): string {
  return path
    .replace(/^(.*\/(?:v1\/people|loop)\/).+$/, '$1:id')
    .replace(/[^\w./:~%-]/g, '?')
    .slice(0, 200);
}

/** What a failure is called in the log: the SQLSTATE or system code, else the class. */
export function failureName(error: unknown): string {
  const { code, name } = error as { code?: unknown; name?: unknown };
  return typeof code === 'string' && /^\w+$/.test(code) ? code : typeof name === 'string' ? name : 'unknown';
}
