import type { Message } from '../core/message.js';
import type { AskRow } from './tables.js';

const DAY = 86_400_000;
/** Before it no page asked; a device that says so has lost its clock. */
const EARLIEST = Date.UTC(2000, 0);
const AHEAD = 366 * DAY;

/**
 * The row that a validated message becomes. An employee survey is anonymous here too, whatever the sender wrote: no person,
 * no context, no contact, no durations, instants cut to the day (UTC). An instant that no right clock can have shown is that of
 * the arrival, `now` in epoch ms: one such device must not stretch everybody's trend over centuries.
 */
export function toRow(message: Message, now: number): AskRow {
  const anonymous = message.survey.kind === 'employee';
  const instant = (iso: string): Date => {
    const said = Date.parse(iso);
    const time = said >= EARLIEST && said <= now + AHEAD ? said : now;
    return new Date(anonymous ? Math.floor(time / DAY) * DAY : time);
  };
  const { survey, shown, lib, sampling } = message;
  const response = message.type === 'response';
  const person = anonymous ? undefined : message.person;
  const context = anonymous ? undefined : message.context;
  const contact = response && !anonymous ? message.contact : undefined;
  const timing = anonymous ? undefined : message.timing;
  return {
    id: message.id.toLowerCase(),
    revision: message.revision,
    type: message.type,
    final: message.final,
    at: instant(message.at),
    survey: survey.id,
    kind: survey.kind,
    wave: survey.wave,
    trigger: survey.trigger,
    score: response ? message.score : undefined,
    comment: response ? message.comment : undefined,
    reasons: response ? message.reasons : undefined,
    contact_ok: contact?.ok,
    // An address without permission is not kept.
    contact_email: contact?.ok ? contact.email : undefined,
    question: shown.question,
    follow_up: shown.followUp,
    locale: shown.locale,
    dir: shown.dir,
    layout: shown.layout,
    shown_at: instant(shown.at),
    person_id: person?.id,
    anonymous_id: person?.anonymousId,
    traits: person?.traits,
    probability: sampling.probability,
    to_score_ms: milliseconds(timing?.toScoreMs),
    to_final_ms: milliseconds(timing?.toFinalMs),
    path: context?.path,
    url: context?.url,
    properties: context?.properties,
    version: lib.version,
    asked: !response,
    source: 'message',
  };
}

/** A page that stayed open for more than 24 days exceeds the column; more than that says nothing about the person. */
function milliseconds(value: number | undefined): number | undefined {
  return value === undefined ? undefined : Math.min(value, 2_147_483_647);
}
