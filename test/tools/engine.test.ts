import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { categorize } from '../../src/core/category.js';

describe('the engine under test', () => {
  it('runs the sources of the package', () => {
    expect(categorize(10)).to.equal('promoter');
  });

  it('shows the page and gives it the focus, as a person would have it', () => {
    expect(document.visibilityState).to.equal('visible');
    expect(document.hasFocus()).to.equal(true);
  });

  it('takes keys from a real keyboard', async () => {
    const box = document.body.appendChild(document.createElement('input'));
    box.focus();
    await sendKeys({ type: 'Ab 9' });
    expect(box.value).to.equal('Ab 9');
    box.remove();
  });

  it('has IndexedDB that keeps what it is given', async () => {
    const opened = indexedDB.open('engine-under-test', 1);
    await new Promise<void>((resolve, reject) => {
      opened.onupgradeneeded = () => opened.result.createObjectStore('kept').add('kept', 'key');
      opened.onsuccess = () => resolve();
      opened.onerror = () => reject(opened.error);
    });
    const request = opened.result.transaction('kept').objectStore('kept').get('key');
    await new Promise((resolve) => {
      request.onsuccess = resolve;
    });
    expect(request.result).to.equal('kept');
    opened.result.close();
    indexedDB.deleteDatabase('engine-under-test');
  });
});
