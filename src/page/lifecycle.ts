/** Resolves when the page is one that somebody sees: at once, or when a prerendered page is activated. */
export const activated = (): Promise<unknown> =>
  new Promise<unknown>((resolve) =>
    (document as { prerendering?: boolean }).prerendering
      ? document.addEventListener('prerenderingchange', resolve, { once: true })
      : resolve(undefined),
  );
