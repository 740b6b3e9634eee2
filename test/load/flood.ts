import { setTimeout as pause } from 'node:timers/promises';
import { BUILT, serve } from '../collector/served.js';
import { answer } from './traffic.js';

/** What a flood of senders did to one who sends an answer now and then. */
export interface Flooded {
  /** Milliseconds in which 99 of 100 of the quiet sender's messages were answered: before, and meanwhile. */
  idle: number;
  meanwhile: number;
  /** How often each status came, for the flood and for the quiet one. */
  flood: Map<number, number>;
  quiet: Map<number, number>;
}

const PER_SECOND = 200;

/**
 * J12: 200 requests a second, `from` one network or from many, beside somebody who sends 25 a second from another one.
 *
 * @param args where the data are.
 * @param seconds how long each half takes.
 */
export async function flood(args: string[], from: 'one' | 'many', seconds: number): Promise<Flooded> {
  const served = await serve([...args, '--token', 'flood', '--quiet', '--rate', '30', '--proxy', '127.0.0.1'], {
    program: BUILT,
  });
  const send = async (address: string, seen: Map<number, number>): Promise<number> => {
    const begun = performance.now();
    const { status, body } = await fetch(`${served.address}/v1/messages`, {
      method: 'POST',
      body: JSON.stringify(answer(Math.floor(begun))),
      headers: { 'X-Forwarded-For': address },
    });
    await body?.cancel();
    seen.set(status, (seen.get(status) ?? 0) + 1);
    return performance.now() - begun;
  };
  const quiet = new Map<number, number>();
  const p99 = async (): Promise<number> => {
    const times: number[] = [];
    for (const end = performance.now() + seconds * 1000; performance.now() < end; await pause(40))
      times.push(await send('198.51.100.7', quiet));
    return times.sort((a, b) => a - b)[Math.floor(0.99 * times.length)]!;
  };
  await p99();
  const idle = await p99();
  const seen = new Map<number, number>();
  const under = new Set<Promise<unknown>>();
  let n = 0;
  const began = performance.now();
  // Evenly, as many senders come; a timer that is late makes up for it.
  const timer = setInterval(() => {
    for (; n < ((performance.now() - began) / 1000) * PER_SECOND; n++) {
      const one = send(from === 'one' ? `203.0.113.${n % 250}` : `10.${n % 200}.${n % 250}.1`, seen).finally(() =>
        under.delete(one),
      );
      under.add(one);
    }
  }, 1000 / PER_SECOND);
  const meanwhile = await p99();
  clearInterval(timer);
  await Promise.all(under);
  await served.end('SIGTERM');
  return { idle, meanwhile, flood: seen, quiet };
}
