import { expect } from '@open-wc/testing';
import { countKept } from '../../src/delivery/waiting.js';
import { openDurable } from '../../src/storage/indexed-db.js';

const NAME = 'askwell-waiting-test';
const turns = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn++) await new Promise((next) => setTimeout(next));
};

describe('what waits in IndexedDB', () => {
  it('is counted, and nothing else that lies there', async () => {
    const durable = await openDurable(NAME);
    await durable.put('out/1.1', '{}');
    await durable.put('out/2.1', '{}');
    await durable.put('dead/3.1', '{}');
    await durable.put('ask/000000', {});
    expect(await countKept(NAME)).to.equal(2);
    await durable.erase();
  });

  it('is looked for without a trace and without a sound where there is nothing', async () => {
    const heard: unknown[] = [];
    const hear = (event: Event): void => void heard.push(event.type);
    for (const type of ['error', 'unhandledrejection']) addEventListener(type, hear);
    let count = 0;
    countKept(NAME).then(
      (found) => (count = found),
      () => {},
    );
    await turns();
    expect(count).to.equal(0);
    expect((await indexedDB.databases()).filter(({ name }) => name === NAME)).to.deep.equal([]);
    for (const type of ['error', 'unhandledrejection']) removeEventListener(type, hear);
    expect(heard).to.deep.equal([]);
    // Nor does it stand in the way of whoever writes next.
    const durable = await openDurable(NAME);
    expect(await durable.put('out/1.1', '{}')).to.equal(true);
    await durable.erase();
  });
});
