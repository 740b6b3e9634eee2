import type { Output } from './io.js';

/** Shown only once reading takes longer than this, and redrawn no more often; milliseconds. */
const DELAY = 500;
const PAUSE = 100;
const WIDTH = 30;

/**
 * A progress bar on a terminal; on anything else, nothing. `total` is in bytes, if known; `now` in milliseconds from any
 * beginning.
 */
export function progressBar(output: Output, now: () => number, total?: number) {
  const begun = now();
  let read = 0;
  let drawn = -Infinity;
  return {
    /** So many more bytes are read. */
    add(bytes: number): void {
      read += bytes;
      const time = now();
      if (!output.isTTY || time - begun < DELAY || time - drawn < PAUSE) return;
      drawn = time;
      const size = `${Math.round(read / 1e6).toLocaleString('en')} MB`;
      if (!total) output.write(`\r${size}`);
      else {
        const share = Math.min(1, read / total);
        const bar = '█'.repeat(Math.round(share * WIDTH)).padEnd(WIDTH, '░');
        output.write(`\r${bar} ${String(Math.floor(100 * share)).padStart(3)} %  ${size}`);
      }
    },
    /** Takes the bar away, whether the reading ended well or not. */
    end(): void {
      if (drawn > -Infinity) output.write(`\r${' '.repeat(WIDTH + 20)}\r`);
    },
  };
}
