import { expect } from '@open-wc/testing';
import { choose, clear, named, press, stage, statusOf, until } from './stage.js';

describe('the thanks', () => {
  afterEach(clear);

  const link = { href: 'https://example.com/next?a=1', text: 'Read on' };

  it('carry the host’s words and link', async () => {
    const shown = await stage({ thanks: { text: 'Thanks, really.', link } });
    await choose(shown, 7);
    await press(shown, 'Send');
    await until('thanks', () => statusOf(shown) === 'Thanks, really.');
    const anchor = named<HTMLAnchorElement>(shown.root, 'Read on');
    expect(anchor.href).to.equal(link.href);
    expect(anchor.rel).to.equal('noopener noreferrer');
  });

  it('may differ by category', async () => {
    const shown = await stage({ thanks: { promoter: { text: 'Lovely.' } } });
    await choose(shown, 9);
    await press(shown, 'Send');
    await until('thanks', () => statusOf(shown) === 'Lovely.');
  });

  for (const href of [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    '\tjavascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    '//evil.example',
    'http://plain.example',
    '/relative',
    '',
    'file:///etc/passwd',
  ]) {
    it(`show no link to ${JSON.stringify(href)}`, async () => {
      const shown = await stage({ thanks: { link: { href, text: 'Read on' } } });
      await choose(shown, 7);
      await press(shown, 'Send');
      await until('thanks', () => statusOf(shown) === 'Thank you for your answer.');
      expect(shown.root.querySelector('a')).to.equal(null);
    });
  }

  it('may lead to a mail programme', async () => {
    const shown = await stage({ thanks: { link: { href: 'mailto:ada@lovelace.example', text: 'Write to us' } } });
    await choose(shown, 7);
    await press(shown, 'Send');
    await until('thanks', () => shown.root.querySelector('a'));
  });
});
