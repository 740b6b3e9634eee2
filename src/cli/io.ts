/** What a command reads and writes; `process` is one. A test gives its own. */
export interface Io {
  stdin: AsyncIterable<Uint8Array | string>;
  stdout: Output;
  stderr: Output;
}

export interface Output {
  write(text: string): unknown;
  isTTY?: boolean;
  columns?: number;
}

/** Something that the user can mend. The command prints the message alone, without a stack, and ends with `exitCode`. */
export class Complaint extends Error {
  constructor(
    message: string,
    /** 1: the data or the environment; 2: the arguments. */
    readonly exitCode: 1 | 2 = 1,
  ) {
    super(message);
  }
}
