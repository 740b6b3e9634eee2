import assert from 'node:assert/strict';
import type { Message } from '../../src/core/message.js';
import { serve } from '../collector/served.js';
import { answer } from './traffic.js';
import { random } from './fuzz.js';

/** What a campaign came to. */
export interface Killed {
  kills: number;
  acknowledged: number;
  unanswered: number;
}

/**
 * Kills `askwell serve` at random moments while messages come, and starts it again on the same data. Every acknowledged
 * message must be there, once, and the ones whose answer was lost may be sent again.
 *
 * @param args where the data are; given at every start.
 */
export async function killCampaign(args: string[], kills: number, seed: number): Promise<Killed> {
  const draw = random(seed);
  const acknowledged = new Map<string, number>();
  let unanswered = 0;
  let sent = 0;
  const post = async (address: string, messages: Message[]): Promise<boolean> => {
    try {
      const response = await fetch(`${address}/v1/messages`, {
        method: 'POST',
        body: JSON.stringify(messages),
        signal: AbortSignal.timeout(20_000),
      });
      await response.text();
      return response.status === 202;
    } catch {
      return false;
    }
  };
  let retry: Message[][] = [];
  for (let kill = 0; kill <= kills; kill++) {
    const served = await serve([...args, '--token', 'known-token', '--rate', '0', '--quiet']);
    let over = false;
    const lost: Message[][] = [];
    const sender = async (): Promise<void> => {
      while (!over) {
        const batch = retry.pop() ?? Array.from({ length: 1 + Math.floor(draw() * 5) }, () => answer(sent++));
        if (await post(served.address, batch))
          for (const { id } of batch) acknowledged.set(id, (acknowledged.get(id) ?? 0) + 1);
        else {
          unanswered++;
          lost.push(batch);
        }
      }
    };
    // The moment is counted in answers and not in time, so that a slow machine is killed in the midst of work too.
    const before = acknowledged.size;
    const target = before + 10 + Math.floor(draw() * 60);
    const senders = Array.from({ length: 4 }, sender);
    while (acknowledged.size < target) await new Promise((resolve) => setImmediate(resolve));
    if (kill < kills) {
      await served.end('SIGKILL');
      over = true;
      await Promise.all(senders);
      retry = [...retry, ...lost];
      continue;
    }
    over = true;
    await Promise.all(senders);
    for (const batch of [...retry, ...lost]) {
      assert.ok(await post(served.address, batch), 'a message whose answer was lost can be sent again');
      for (const { id } of batch) acknowledged.set(id, 1);
    }
    const response = await fetch(`${served.address}/v1/export.ndjson`, {
      headers: { Authorization: 'Bearer known-token' },
    });
    const stored = (await response.text())
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { id: string }).id);
    assert.equal(new Set(stored).size, stored.length, `seed ${seed}: an id is there twice`);
    const there = new Set(stored);
    const missing = [...acknowledged.keys()].filter((id) => !there.has(id));
    assert.deepEqual(missing, [], `seed ${seed}: acknowledged and lost`);
    await served.end('SIGTERM');
  }
  return { kills, acknowledged: acknowledged.size, unanswered };
}
