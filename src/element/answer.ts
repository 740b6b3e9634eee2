import { answerPieces } from './answer-pieces.js';
import { renderAfter, renderSaid } from './ending.js';
import { reasonsOf, renderFollowUp } from './follow-up.js';
import { otherLayouts } from './other-layouts.js';
import type { Showing } from './showing.js';
import { follow, send } from './leading.js';

/** Reasons that are not offered for the category that was now given are no longer meant. */
function dropReasons(showing: Showing): void {
  const offered = reasonsOf(showing);
  const kept = showing.reasons.filter((reason) => offered.includes(reason));
  if (kept.length < showing.reasons.length) showing.ask.reasons((showing.reasons = kept));
}

/** Takes what was typed or ticked. Returns whether that changes what is to be seen. */
function take(showing: Showing, { name, value, checked }: HTMLInputElement): boolean {
  if (name === 'comment') showing.ask.comment((showing.comment = value));
  if (name === 'email') Object.assign(showing, { email: value, invalid: false });
  if (name === 'contact') showing.contact = checked;
  if (name === 'reason') {
    showing.reasons = reasonsOf(showing).filter((reason) =>
      reason === value ? checked : showing.reasons.includes(reason),
    );
    showing.ask.reasons(showing.reasons);
  }
  return name !== 'comment';
}

/**
 * All that comes after the score: reasons, comment, contact, thanks, the touch keyboard. Nobody needs it to see the question in
 * the corner, so the script tag fetches it when that is on screen.
 */
export const answer = {
  dropReasons,
  follow,
  renderAfter,
  renderFollowUp,
  renderSaid,
  send,
  styles: [otherLayouts, answerPieces],
  take,
};

export type Answer = typeof answer;
