import { expect } from '@open-wc/testing';
import { loadMessages, locales } from '../../src/locales/index.js';
import en from '../../src/locales/en.js';

/** The codes of the locale files that this page has fetched. */
const fetched = (): string[] =>
  performance
    .getEntriesByType('resource')
    .map(({ name }) => /\/locales\/([a-z]{2}(?:-\w+)?)\./.exec(name)?.[1] ?? '')
    .filter(Boolean)
    .sort();

describe('loadMessages', () => {
  it('fetches one file when it is asked for, and none before', async () => {
    expect(fetched()).to.deep.equal(['en']);
    await loadMessages('cy');
    expect(fetched()).to.deep.equal(['cy', 'en']);
  });

  it('has English without fetching anything', async () => {
    expect(await loadMessages('en')).to.equal(en);
  });

  for (const code of locales) {
    it(`fetches ${code} by its own name`, async () => {
      expect((await loadMessages(code)).locale).to.equal(code);
    });
  }
});
