/** What the triggers lend to those of them that watch what the person does. */
export interface Watch {
  /** Listens on the document until the triggers stop; `types` divided by spaces. */
  listen(types: string, heard: (event: any) => void): void;
  fire(name: 'scroll' | 'exit', isDue: (limit: number) => boolean): void;
  /** Milliseconds for which the page was visible. */
  visibleTime(): number;
  /** Where the person's latest activity is noted, in visible milliseconds. */
  progress: { active: number };
}

/** An upward swipe of half a screen within this time is the gesture towards the address bar. Milliseconds. */
const SWIPE = 700;

/** Watches for scrolling and for leaving, and notes when the person was last active. `reset`: a gesture ends with its view. */
export function watchGestures({ listen, fire, visibleTime, progress }: Watch): { reset(): void } {
  let touchAt = -SWIPE;
  let touchY = 0;
  let swiping = false;
  const tops = new WeakMap<Element, number>();

  const scrolled = (what: Element): void => {
    const { clientHeight, scrollHeight, scrollTop } = what;
    if (clientHeight < innerHeight / 2) return;
    // A view that gets shorter moves its end towards the reader: only a way down is a way to the end.
    const isDown = scrollTop > (tops.get(what) ?? 0);
    tops.set(what, scrollTop);
    fire('scroll', (share) => isDown && scrollTop + 1 >= share * (scrollHeight - clientHeight));
    fire('exit', () => swiping && touchY - scrollTop > innerHeight / 2 && performance.now() - touchAt < SWIPE);
  };
  listen('scroll', ({ target }: Event) => scrolled((target as Document).scrollingElement ?? (target as Element)));
  // Before anybody watched: an address with a `#`, or a page that was read on where it had been left.
  const page = document.scrollingElement;
  if (page?.scrollTop) scrolled(page);
  listen('touchstart', () => {
    swiping = false;
    touchAt = performance.now();
    touchY = document.scrollingElement?.scrollTop ?? 0;
  });
  // A finger that does not move only taps, though the page may jump up for it.
  listen('touchmove', () => (swiping = true));
  listen('mouseout', (event: MouseEvent) => {
    if (!event.relatedTarget && event.clientY <= 0) fire('exit', () => true);
  });
  listen('pointerdown pointermove keydown scroll wheel', () => (progress.active = visibleTime()));

  return { reset: () => void (swiping = false) };
}
