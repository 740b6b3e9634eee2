import { expect, fixtureCleanup } from '@open-wc/testing';
import { choose, press, stage } from './stage.js';

describe('ask-well', () => {
  afterEach(() => {
    fixtureCleanup();
    document.querySelectorAll('ask-well').forEach((element) => element.remove());
  });

  it('is accessible from the question to the thanks', async () => {
    const shown = await stage({ product: 'Acme' });
    await expect(shown.element).to.be.accessible();
    await choose(shown, 9);
    await expect(shown.element).to.be.accessible();
    await press(shown, 'Send');
    await expect(shown.element).to.be.accessible();
  });
});
