import { expect } from '@open-wc/testing';
import type { Trigger } from '../../src/config/config.js';
import { watchGestures } from '../../src/page/gestures.js';
import { beginning, watchTriggers, type Triggers } from '../../src/page/triggers.js';
import { fakePage, type FakePage } from './fake-page.js';

describe('triggers', () => {
  let page: FakePage;
  let triggers: Triggers;
  let fired: string[];
  const watch = (...when: Trigger[]) =>
    (triggers = watchTriggers(when, (name) => fired.push(name), undefined, watchGestures));

  beforeEach(() => {
    page = fakePage();
    fired = [];
  });
  afterEach(() => {
    triggers.stop();
    page.restore();
    document.body.replaceChildren();
    scrollTo(0, 0);
  });

  it('fire at once when there is nothing to wait for', () => {
    watch();
    expect(fired).to.deep.equal(['now']);
  });

  it('fire once more in each view when there is nothing to wait for', () => {
    watch();
    triggers.reset();
    expect(fired).to.deep.equal(['now', 'now']);
  });

  it('fire each for itself, whichever comes first', () => {
    watch({ seconds: 5 }, { event: 'paid' });
    triggers.track('paid');
    page.advance(5000);
    expect(fired).to.deep.equal(['paid', 'seconds']);
  });

  describe('event', () => {
    it('fires on the event that is named, and on no other', () => {
      watch({ event: 'paid' });
      triggers.track('opened');
      expect(fired).to.deep.equal([]);
      triggers.track('paid');
      expect(fired).to.deep.equal(['paid']);
    });

    it('fires from the count on, every time', () => {
      watch({ event: 'paid', count: 3 });
      triggers.track('paid');
      triggers.track('paid');
      expect(fired).to.deep.equal([]);
      triggers.track('paid');
      triggers.track('paid');
      expect(fired).to.deep.equal(['paid', 'paid']);
    });

    it('takes names that objects have by nature', () => {
      watch({ event: 'constructor', count: 2 });
      triggers.track('constructor');
      expect(fired).to.deep.equal([]);
      triggers.track('constructor');
      expect(fired).to.deep.equal(['constructor']);
    });
  });

  describe('seconds', () => {
    it('fires exactly when they have gone, once', () => {
      watch({ seconds: 20 });
      page.advance(19_999);
      expect(fired).to.deep.equal([]);
      page.advance(1);
      expect(fired).to.deep.equal(['seconds']);
      page.advance(100_000);
      expect(fired).to.deep.equal(['seconds']);
    });

    it('counts only while the page is visible', () => {
      watch({ seconds: 20 });
      page.advance(10_000);
      page.hide();
      page.advance(3_600_000);
      expect(page.timers, 'timers while hidden').to.equal(0);
      page.show();
      page.advance(9999);
      expect(fired).to.deep.equal([]);
      page.advance(1);
      expect(fired).to.deep.equal(['seconds']);
    });

    it('does not count while the page is frozen, even if it was never hidden', () => {
      watch({ seconds: 20 });
      page.advance(10_000);
      document.dispatchEvent(new Event('freeze'));
      page.advance(3_600_000);
      document.dispatchEvent(new Event('resume'));
      page.advance(9999);
      expect(fired).to.deep.equal([]);
      page.advance(1);
      expect(fired).to.deep.equal(['seconds']);
    });

    it('begins when a tab opened in the background is first looked at', () => {
      page.hide();
      watch({ seconds: 20 });
      page.advance(3_600_000);
      page.show();
      page.advance(19_999);
      expect(fired).to.deep.equal([]);
      page.advance(1);
      expect(fired).to.deep.equal(['seconds']);
    });

    it('waits even for longer than a timer can', () => {
      watch({ seconds: 3_000_000 });
      page.advance(2_999_999_999);
      expect(fired).to.deep.equal([]);
      page.advance(1);
      expect(fired).to.deep.equal(['seconds']);
    });

    it('of several fire each at its own', () => {
      watch({ seconds: 5 }, { seconds: 10 });
      page.advance(5000);
      expect(fired).to.have.length(1);
      page.advance(5000);
      expect(fired).to.have.length(2);
    });
  });

  describe('idle', () => {
    it('fires when nothing was done for that long', () => {
      watch({ idle: 10 });
      page.advance(9000);
      document.dispatchEvent(new Event('keydown'));
      page.advance(9999);
      expect(fired).to.deep.equal([]);
      page.advance(1);
      expect(fired).to.deep.equal(['idle']);
    });

    for (const type of ['pointerdown', 'pointermove', 'keydown', 'wheel', 'scroll']) {
      it(`takes ${type} for a sign of life`, () => {
        watch({ idle: 10 });
        page.advance(9000);
        document.dispatchEvent(new Event(type));
        page.advance(9000);
        expect(fired).to.deep.equal([]);
      });
    }

    it('does not take a hidden page for an idle person', () => {
      watch({ idle: 10 });
      page.hide();
      page.advance(60_000);
      page.show();
      page.advance(9999);
      expect(fired).to.deep.equal([]);
      page.advance(1);
      expect(fired).to.deep.equal(['idle']);
    });
  });

  describe('scroll', () => {
    const scrollDown = (share: number) => {
      const box = document.scrollingElement!;
      box.scrollTop = share * (box.scrollHeight - box.clientHeight);
      document.dispatchEvent(new Event('scroll'));
    };
    beforeEach(() => {
      document.body.append(Object.assign(document.createElement('div'), { style: 'height: 5000px' }));
    });

    it('fires at that share of the way', () => {
      watch({ scroll: 0.5 });
      scrollDown(0.45);
      expect(fired).to.deep.equal([]);
      scrollDown(0.5);
      expect(fired).to.deep.equal(['scroll']);
      scrollDown(0.9);
      expect(fired).to.deep.equal(['scroll']);
    });

    it('fires where the page was scrolled that far before anybody watched, and not in a new view that is still there', () => {
      scrollDown(0.6);
      watch({ scroll: 0.5 }, { scroll: 0.7 });
      expect(fired).to.deep.equal(['scroll']);
      triggers.reset();
      expect(fired).to.deep.equal(['scroll']);
    });

    it('does not take a page that has not been scrolled, or cannot be, for one that was read', () => {
      document.body.replaceChildren();
      watch({ scroll: 0.1 });
      expect(fired).to.deep.equal([]);
    });

    it('does not take a view that got shorter for one that was read to its end', () => {
      const { firstElementChild } = document.body;
      watch({ scroll: 0.9 });
      scrollDown(0.5);
      const { scrollTop } = document.scrollingElement!;
      (firstElementChild as HTMLElement).style.height = `${innerHeight + 100}px`;
      document.dispatchEvent(new Event('scroll'));
      expect(document.scrollingElement!.scrollTop, 'the end came to the reader').to.be.below(scrollTop);
      expect(fired).to.deep.equal([]);
      triggers.reset();
      scrollTo(0, 10);
      document.dispatchEvent(new Event('scroll'));
      scrollDown(1);
      expect(fired, 'the way down').to.deep.equal(['scroll']);
    });

    it('reaches the very end', () => {
      watch({ scroll: 1 });
      scrollDown(1);
      expect(fired).to.deep.equal(['scroll']);
    });

    it('follows the element that scrolls in place of the page, and no small list', () => {
      const box = document.createElement('div');
      const fill = Object.assign(document.createElement('div'), { style: 'height: 5000px' });
      box.append(fill);
      document.body.append(box);
      const scrollBox = (height: number) => {
        box.style.cssText = `height: ${height}px; overflow: auto`;
        box.scrollTop = 5000;
        box.dispatchEvent(new Event('scroll'));
      };
      watch({ scroll: 0.5 });
      scrollBox(innerHeight * 0.3);
      expect(fired).to.deep.equal([]);
      scrollBox(innerHeight * 0.8);
      expect(fired).to.deep.equal(['scroll']);
    });
  });

  describe('exit', () => {
    const leave = (clientY: number, relatedTarget: Element | null = null) =>
      document.documentElement.dispatchEvent(new MouseEvent('mouseout', { bubbles: true, clientY, relatedTarget }));

    it('fires when the mouse leaves over the upper edge', () => {
      watch({ exit: true });
      leave(300);
      leave(-1, document.body);
      expect(fired).to.deep.equal([]);
      leave(-1);
      expect(fired).to.deep.equal(['exit']);
    });

    for (const [what, took, part, expected] of [
      ['a quick swipe up', 300, 0.6, ['exit']],
      ['a slow one', 900, 0.6, []],
      ['a short one', 300, 0.3, []],
    ] as const) {
      it(`${expected.length ? 'fires' : 'does not fire'} on ${what} by touch`, () => {
        document.body.append(Object.assign(document.createElement('div'), { style: 'height: 5000px' }));
        watch({ exit: true });
        scrollTo(0, 2000);
        document.dispatchEvent(new Event('touchstart'));
        document.dispatchEvent(new Event('touchmove'));
        page.advance(took);
        scrollTo(0, 2000 - innerHeight * part);
        document.dispatchEvent(new Event('scroll'));
        expect(fired).to.deep.equal(expected);
      });
    }
  });

  for (const [what, touch] of [
    ['a tap, whatever jumps up after it', ['touchstart']],
    ['a tap after a swipe', ['touchstart', 'touchmove', 'touchstart']],
  ] as const) {
    it(`do not take ${what}, for leaving`, () => {
      document.body.append(Object.assign(document.createElement('div'), { style: 'height: 5000px' }));
      watch({ exit: true });
      scrollTo(0, 2000);
      for (const type of touch) document.dispatchEvent(new Event(type));
      scrollTo(0, 0);
      document.dispatchEvent(new Event('scroll'));
      expect(fired).to.deep.equal([]);
    });
  }

  it('do not take the jump to the top of the next view for a swipe that led there', () => {
    document.body.append(Object.assign(document.createElement('div'), { style: 'height: 5000px' }));
    watch({ exit: true });
    scrollTo(0, 2000);
    for (const type of ['touchstart', 'touchmove']) document.dispatchEvent(new Event(type));
    triggers.reset();
    scrollTo(0, 0);
    document.dispatchEvent(new Event('scroll'));
    expect(fired).to.deep.equal([]);
  });

  it('go on where another watch has left off', () => {
    const progress = beginning();
    const go = (...when: Trigger[]) => {
      triggers?.stop();
      triggers = watchTriggers(when, (name) => fired.push(name), progress, watchGestures);
    };
    go({ seconds: 20 }, { seconds: 5 }, { idle: 15 }, { event: 'paid', count: 2 });
    triggers.track('paid');
    page.advance(10_000);
    document.dispatchEvent(new Event('keydown'));
    expect(fired.splice(0)).to.deep.equal(['seconds']);
    go({ seconds: 20 }, { seconds: 5 }, { idle: 15 }, { event: 'paid', count: 2 });
    triggers.track('paid');
    expect(fired.splice(0)).to.deep.equal(['paid']);
    page.advance(9999);
    expect(fired).to.deep.equal([]);
    page.advance(1);
    expect(fired.splice(0)).to.deep.equal(['seconds']);
    page.advance(5000);
    expect(fired).to.deep.equal(['idle']);
  });

  it('begin anew with a new view, except for what was counted', () => {
    watch({ seconds: 20 }, { event: 'paid', count: 2 });
    triggers.track('paid');
    page.advance(20_000);
    triggers.reset();
    page.advance(19_999);
    triggers.track('paid');
    expect(fired).to.deep.equal(['seconds', 'paid']);
    page.advance(1);
    expect(fired).to.deep.equal(['seconds', 'paid', 'seconds']);
  });

  it('that were stopped leave no timer and no listener behind', () => {
    watch({ seconds: 20 }, { idle: 5 }, { exit: true }, { event: 'paid' });
    triggers.stop();
    triggers.track('paid');
    expect(page.timers).to.equal(0);
    page.hide();
    page.show();
    document.documentElement.dispatchEvent(new MouseEvent('mouseout', { bubbles: true, clientY: -1 }));
    page.advance(100_000);
    expect(page.timers).to.equal(0);
    expect(fired).to.deep.equal([]);
  });

  it('that are stopped by what they fired stay stopped', () => {
    triggers = watchTriggers([{ seconds: 1 }, { seconds: 2 }], (name) => {
      fired.push(name);
      triggers.stop();
    });
    page.advance(10_000);
    expect(fired).to.deep.equal(['seconds']);
    expect(page.timers).to.equal(0);
  });
});
