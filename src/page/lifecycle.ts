type Prerendered = Document & { prerendering?: boolean };

/** The browser is preparing the page for somebody who has not come yet. */
export const isPrerendered = (): boolean => !!(document as Prerendered).prerendering;

/** Resolves when a prerendered page is shown. */
export const activated = (): Promise<unknown> =>
  new Promise((resolve) => document.addEventListener('prerenderingchange', resolve, { once: true }));
