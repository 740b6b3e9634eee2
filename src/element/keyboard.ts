import { quiet } from '../core/quiet.js';

/**
 * Keeps `--keyboard` of the panel at the height that a touch keyboard covers, until the signal. Browsers lay the page out as if
 * the keyboard were not there, so what stands at the bottom would be under it. A page that is zoomed by pinching is left alone.
 */
export function watchKeyboard(root: ShadowRoot, signal: AbortSignal): void {
  const sheet = new CSSStyleSheet();
  root.adoptedStyleSheets.push(sheet);
  const view = globalThis.visualViewport;
  const fit = quiet(() => {
    const covered = view!.scale > 1.01 ? 0 : Math.max(0, innerHeight - view!.height - view!.offsetTop);
    sheet.replaceSync(`.panel{--keyboard:${covered}px}`);
  });
  view?.addEventListener('resize', fit, { signal });
  view?.addEventListener('scroll', fit, { signal });
  const restore = quiet(() => {
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((one) => one !== sheet);
  });
  signal.addEventListener('abort', restore);
}
