/** What the triggers lend to those of them that watch what the person does. */
export interface Watch {
  /** Listens on the document until the triggers stop; `types` divided by spaces. */
  listen(types: string, heard: (event: any) => void): void;
  fire(name: 'scroll' | 'exit', isDue: (limit: number) => boolean): void;
  /** Milliseconds for which the page was visible. */
  visibleTime(): number;
}

/** An upward swipe of half a screen within this time is the gesture towards the address bar. Milliseconds. */
const SWIPE = 700;

/** Watches for scrolling and for leaving, and notes when the person was last active, in visible milliseconds. */
export function watchGestures({ listen, fire, visibleTime }: Watch): { active(): number; reset(): void } {
  let active = 0;
  let touchAt = -SWIPE;
  let touchY = 0;

  const scrolled = ({ clientHeight, scrollHeight, scrollTop }: Element): void => {
    if (clientHeight < innerHeight / 2) return;
    fire('scroll', (share) => scrollTop + 1 >= share * (scrollHeight - clientHeight));
    fire('exit', () => touchY - scrollTop > innerHeight / 2 && performance.now() - touchAt < SWIPE);
  };
  listen('scroll', ({ target }: Event) => scrolled((target as Document).scrollingElement ?? (target as Element)));
  // Before anybody watched: an address with a `#`, or a page that was read on where it had been left.
  const page = document.scrollingElement;
  if (page?.scrollTop) scrolled(page);
  listen('touchstart', () => {
    touchAt = performance.now();
    touchY = document.scrollingElement?.scrollTop ?? 0;
  });
  listen('mouseout', (event: MouseEvent) => {
    if (!event.relatedTarget && event.clientY <= 0) fire('exit', () => true);
  });
  listen('pointerdown pointermove keydown scroll wheel', () => (active = visibleTime()));

  return { active: () => active, reset: () => void (active = 0) };
}
