import { expect } from '@open-wc/testing';
import type { Manners } from '../../src/config/config.js';
import { watchManners } from '../../src/page/manners.js';
import { fakePage, type FakePage } from './fake-page.js';

describe('manners', () => {
  let page: FakePage;
  let stop: () => void;
  const watch = (manners: Partial<Manners> = {}) => {
    const watching = watchManners({ automation: false, ...manners });
    stop = watching.stop;
    return () => Object.keys(watching.measure());
  };
  const add = <T extends HTMLElement>(html: string): T => {
    document.body.insertAdjacentHTML('beforeend', html);
    return document.body.lastElementChild as T;
  };

  beforeEach(() => {
    page = fakePage();
    page.advance(60_000);
  });
  afterEach(() => {
    stop();
    page.restore();
    document.body.replaceChildren();
  });

  it('find nothing in the way on a quiet page', () => expect(watch()()).to.deep.equal([]));

  it('find a hidden page in the way', () => {
    const inTheWay = watch();
    page.hide();
    expect(inTheWay()).to.deep.equal(['hidden']);
    expect(watch({ hidden: false })()).to.deep.equal([]);
  });

  describe('modal', () => {
    it('is a dialog opened as a modal, and not one that is merely open', () => {
      const inTheWay = watch();
      const dialog = add<HTMLDialogElement>('<dialog>Pay?</dialog>');
      dialog.show();
      expect(inTheWay()).to.deep.equal([]);
      dialog.close();
      dialog.showModal();
      expect(inTheWay()).to.deep.equal(['modal']);
      dialog.close();
      expect(inTheWay()).to.deep.equal([]);
    });

    it('is what calls itself modal, while it can be seen', () => {
      const inTheWay = watch();
      const box = add('<div role="dialog" aria-modal="true">Pay?</div>');
      expect(inTheWay()).to.deep.equal(['modal']);
      box.style.display = 'none';
      expect(inTheWay()).to.deep.equal([]);
    });

    it('is found in a shadow root too, because a modal holds the focus', () => {
      const inTheWay = watch();
      const root = add('<div></div>').attachShadow({ mode: 'open' });
      root.innerHTML = '<div aria-modal="true"><button>Pay</button></div>';
      root.querySelector('button')!.focus();
      expect(inTheWay()).to.deep.equal(['modal']);
    });

    it('is nobody’s business when switched off', () => {
      add<HTMLDialogElement>('<dialog>Pay?</dialog>').showModal();
      expect(watch({ modal: false })()).to.deep.equal([]);
    });
  });

  describe('typing', () => {
    for (const html of [
      '<input>',
      '<input type="search">',
      '<textarea></textarea>',
      '<div contenteditable>x</div>',
      '<select></select>',
    ]) {
      it(`is having put the focus into ${html.replace(/<\//, '… </')}, for 30 seconds`, () => {
        const inTheWay = watch();
        const field = add(html);
        field.focus();
        expect(inTheWay()).to.deep.equal(['typing']);
        page.advance(29_999);
        expect(inTheWay()).to.deep.equal(['typing']);
        page.advance(1);
        expect(inTheWay()).to.deep.equal([]);
      });
    }

    it('goes on with every key', () => {
      const inTheWay = watch();
      const field = add('<input>');
      field.focus();
      page.advance(29_999);
      field.dispatchEvent(new Event('input', { bubbles: true }));
      page.advance(29_999);
      expect(inTheWay()).to.deep.equal(['typing']);
    });

    it('ends with the focus', () => {
      const inTheWay = watch();
      const field = add('<input>');
      field.focus();
      field.blur();
      expect(inTheWay()).to.deep.equal([]);
    });

    it('is found in a shadow root', () => {
      const inTheWay = watch();
      const root = add('<div></div>').attachShadow({ mode: 'open' });
      root.innerHTML = '<input>';
      root.querySelector('input')!.focus();
      expect(inTheWay()).to.deep.equal(['typing']);
    });

    for (const html of ['<button>Buy</button>', '<input type="checkbox">', '<input type="submit">']) {
      it(`is not having the focus on ${html.replace(/<\//, '… </')}`, () => {
        const inTheWay = watch();
        add(html).focus();
        expect(inTheWay()).to.deep.equal([]);
      });
    }

    it('counts from the start of watching, for a field that had the focus before', () => {
      add('<input>').focus();
      const inTheWay = watch();
      expect(inTheWay()).to.deep.equal(['typing']);
      page.advance(30_000);
      expect(inTheWay()).to.deep.equal([]);
    });
  });

  describe('media', () => {
    const playing = (html: string, more: object = {}) => {
      const media = add<HTMLMediaElement>(html);
      for (const [key, value] of Object.entries({ paused: false, ended: false, ...more })) {
        Object.defineProperty(media, key, { value, configurable: true });
      }
    };

    it('is a video or a sound that plays', () => {
      const inTheWay = watch();
      playing('<audio></audio>');
      expect(inTheWay()).to.deep.equal(['media']);
    });

    for (const [what, html, more] of [
      ['paused', '<video></video>', { paused: true }],
      ['at its end', '<video></video>', { ended: true }],
      ['a muted loop', '<video loop muted></video>', { muted: true }],
      ['muted and plays by itself', '<video autoplay muted></video>', { muted: true }],
    ] as const) {
      it(`is not a video that is ${what}`, () => {
        const inTheWay = watch();
        playing(html, more);
        expect(inTheWay()).to.deep.equal([]);
      });
    }

    it('is a muted video that the person started', () => {
      const inTheWay = watch();
      playing('<video></video>', { muted: true });
      expect(inTheWay()).to.deep.equal(['media']);
    });

    it('is anything that fills the screen', () => {
      const inTheWay = watch();
      Object.defineProperty(document, 'fullscreenElement', { value: document.body, configurable: true });
      expect(inTheWay()).to.deep.equal(['media']);
      delete (document as { fullscreenElement?: unknown }).fullscreenElement;
    });
  });

  describe('a recent error', () => {
    // For the test runner an error of the page is a failed test; these are meant.
    let report: OnErrorEventHandler;
    beforeEach(() => {
      report = window.onerror;
      window.onerror = null;
    });
    afterEach(() => (window.onerror = report));
    /** Reaches our listener, which was there first, and not that of the test runner, for which an error of the page is a failure. */
    const dispatch = (event: Event) => {
      addEventListener(event.type, (one) => one.stopImmediatePropagation(), { capture: true, once: true });
      window.dispatchEvent(event);
    };
    const fail = (message: string) => dispatch(new ErrorEvent('error', { message }));

    it('stands in the way for 30 seconds', () => {
      const inTheWay = watch();
      fail('Cannot read properties of undefined');
      expect(inTheWay()).to.deep.equal(['recent-error']);
      page.advance(29_999);
      expect(inTheWay()).to.deep.equal(['recent-error']);
      page.advance(1);
      expect(inTheWay()).to.deep.equal([]);
    });

    it('may be a rejection that nobody handled', () => {
      const inTheWay = watch();
      dispatch(new PromiseRejectionEvent('unhandledrejection', { promise: Promise.resolve(), reason: 'x' }));
      expect(inTheWay()).to.deep.equal(['recent-error']);
    });

    it('is neither a picture that did not load nor a ResizeObserver that complains', () => {
      const inTheWay = watch();
      const picture = add('<img>');
      picture.addEventListener('error', (event) => event.stopImmediatePropagation());
      picture.dispatchEvent(new Event('error'));
      fail('ResizeObserver loop completed with undelivered notifications.');
      expect(inTheWay()).to.deep.equal([]);
    });

    it('is not looked for when switched off', () => {
      const inTheWay = watch({ error: false });
      fail('x');
      expect(inTheWay()).to.deep.equal([]);
    });
  });

  it('find a robot in the way, unless told not to look', () => {
    const { webdriver } = navigator;
    Object.defineProperty(navigator, 'webdriver', { value: true, configurable: true });
    expect(watch({ automation: true })()).to.deep.equal(['automation']);
    expect(watch({ automation: false })()).to.deep.equal([]);
    Object.defineProperty(navigator, 'webdriver', { value: webdriver, configurable: true });
  });

  it('find what the host calls busy', () => {
    const inTheWay = watch({ busy: '.saving, [data-chat=open]' });
    expect(inTheWay()).to.deep.equal([]);
    add('<p class="saving">Saving…</p>');
    expect(inTheWay()).to.deep.equal(['busy']);
  });

  it('hear the host’s veto', () => {
    let veto = true;
    const inTheWay = watch({ veto: () => veto });
    expect(inTheWay()).to.deep.equal(['veto']);
    veto = false;
    expect(inTheWay()).to.deep.equal([]);
  });

  it('take a veto that throws and a selector that cannot be read for a no', () => {
    const inTheWay = watch({
      busy: ':::',
      veto: () => {
        throw new Error('broken');
      },
    });
    expect(inTheWay()).to.deep.equal(['busy', 'veto']);
  });

  it('that were stopped no longer listen', () => {
    const inTheWay = watch();
    stop();
    page.advance(30_000);
    add('<input>').focus();
    expect(inTheWay()).to.deep.equal([]);
  });
});
