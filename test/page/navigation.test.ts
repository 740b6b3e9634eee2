import { expect } from '@open-wc/testing';
import { isAskedHere, watchNavigation } from '../../src/page/navigation.js';

describe('where', () => {
  const TABLE: [pattern: string, path: string, matches: boolean][] = [
    ['/', '/', true],
    ['/', '/shop', false],
    ['/shop', '/shop', true],
    ['/shop', '/shop/', false],
    ['/shop', '/Shop', false],
    ['/shop/*', '/shop', false],
    ['/shop/*', '/shop/', true],
    ['/shop/*', '/shop/a/b', true],
    ['*', '/anything/at/all', true],
    ['*/done', '/order/17/done', true],
    ['/users/:id', '/users/17', true],
    ['/users/:id', '/users/17/edit', false],
    ['/users/:id', '/users/', false],
    ['/users/:id/edit', '/users/17/edit', true],
    ['/a.b', '/a.b', true],
    ['/a.b', '/axb', false],
    ['/a+b(c)', '/a+b(c)', true],
    ['/größe', '/gr%C3%B6%C3%9Fe', true],
    ['/gr%C3%B6%C3%9Fe', '/gr%C3%B6%C3%9Fe', true],
  ];
  for (const [pattern, path, matches] of TABLE) {
    it(`“${pattern}” ${matches ? 'is' : 'is not'} ${path}`, () => {
      expect(isAskedHere({ include: [pattern] }, path)).to.equal(matches);
      expect(isAskedHere({ exclude: [pattern] }, path)).to.equal(!matches);
    });

    const native = (
      globalThis as { URLPattern?: new (init: { pathname: string }) => { test(input: { pathname: string }): boolean } }
    ).URLPattern;
    if (native && !pattern.includes('(')) {
      it(`“${pattern}” and ${path}: the browser’s own URLPattern says the same`, () => {
        expect(new native({ pathname: pattern }).test({ pathname: path })).to.equal(matches);
      });
    }
  }

  it('left out is everywhere', () => {
    expect(isAskedHere(undefined, '/x')).to.equal(true);
    expect(isAskedHere({ include: [], exclude: [] }, '/x')).to.equal(true);
  });

  it('excludes even what it includes', () => {
    expect(isAskedHere({ include: ['/shop/*'], exclude: ['/shop/checkout'] }, '/shop/checkout')).to.equal(false);
    expect(isAskedHere({ include: ['/shop/*', '/blog/*'], exclude: ['/shop/checkout'] }, '/blog/1')).to.equal(true);
  });
});

describe('navigation within a document', () => {
  const address = location.href;
  let stop: () => void;
  let seen: number;
  const { pushState } = history;
  beforeEach(() => {
    seen = 0;
    stop = watchNavigation(() => seen++);
  });
  afterEach(() => {
    stop();
    history.replaceState(null, '', address);
  });

  it('is noticed when the person goes back', async () => {
    stop();
    history.pushState(null, '', '#/two');
    stop = watchNavigation(() => seen++);
    const gone = new Promise((resolve) => addEventListener('popstate', resolve, { once: true }));
    history.back();
    await gone;
    await new Promise((resolve) => requestAnimationFrame(resolve));
    expect(seen).to.equal(1);
  });

  it('is noticed at once where the browser has the Navigation API', () => {
    history.pushState(null, '', '?step=2');
    expect(seen).to.equal('navigation' in window ? 1 : 0);
  });

  for (const [address, isView] of [
    ['#/two', true],
    ['#!two', true],
    ['?two', true],
    ['?two#top', true],
    ['#top', false],
    ['#', false],
  ] as const) {
    it(`${isView ? 'shows something else' : 'shows another place on the page'} at ${address}`, () => {
      history.replaceState(null, '', address);
      window.dispatchEvent(new PopStateEvent('popstate'));
      expect(seen).to.equal(isView ? 1 : 0);
    });
  }

  it('to the same address is none', () => {
    history.replaceState({ page: 2 }, '', location.href);
    window.dispatchEvent(new PopStateEvent('popstate'));
    expect(seen).to.equal(0);
  });

  it('leaves the host’s history as it was', () => {
    expect(history.pushState).to.equal(pushState);
    expect(Object.hasOwn(history, 'pushState')).to.equal(false);
  });

  it('is not noticed after stopping', () => {
    stop();
    history.replaceState(null, '', '?step=3');
    window.dispatchEvent(new PopStateEvent('popstate'));
    expect(seen).to.equal(0);
  });
});
