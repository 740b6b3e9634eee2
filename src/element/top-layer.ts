import { quiet } from '../core/quiet.js';

/**
 * Shows a panel above everything: a dialog as modal, anything else as popover, where there are popovers. Without them the
 * style sheet's `z-index` has to do. Does nothing to a panel that is up already.
 */
export function raise(panel: HTMLElement): void {
  if (panel instanceof HTMLDialogElement) {
    if (panel.open) return;
    panel.showModal();
    // On the dialog itself: a focus ring on 0 would look like a choice.
    panel.focus();
  } else if (panel.popover && !panel.matches(':popover-open')) panel.showPopover();
}

/** Takes a panel down without forgetting anything in it. */
export function lower(panel: HTMLElement): void {
  if (panel instanceof HTMLDialogElement) panel.close();
  else if (panel.popover && panel.matches(':popover-open')) panel.hidePopover();
}

/** The host shows a modal dialog, or something in full screen, that does not hold `own`: a popover would be inert, or in the way. */
export function isBlocked(own: Element): boolean {
  const modal = document.querySelector(':modal');
  return !!modal && !modal.contains(own);
}

/**
 * Calls back when the host may have opened or closed a modal dialog or gone in or out of full screen, until the signal. There is
 * no event for the first, but the attribute `open` comes and goes with it; an open dialog may also leave with its whole subtree.
 */
export function watchModals(changed: () => void, signal: AbortSignal): void {
  const observer = new MutationObserver(quiet(changed));
  observer.observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['open'] });
  document.addEventListener('fullscreenchange', quiet(changed), { signal });
  signal.addEventListener('abort', () => observer.disconnect());
}
