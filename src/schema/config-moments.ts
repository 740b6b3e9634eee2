import * as z from 'zod/mini';
import type { Manners, Throttle } from '../config/config.js';
import { isPath, isSelector } from '../config/patterns.js';
import { always, amount, code, holds, maybe, share, text, usually } from './values.js';

const trigger = z
  .strictObject({
    event: maybe(text(), 'The name given to `track`.'),
    count: maybe(amount(), 'From which occurrence in this page on; 1 by default. Only with `event`.'),
    seconds: maybe(amount(), 'On the page; only while it is visible.'),
    scroll: maybe(share(), 'Share of the way to the end.'),
    exit: maybe(z.literal(true), 'The pointer leaves over the upper edge.'),
    idle: maybe(amount(), 'Seconds without input.'),
  })
  .check((payload) => {
    const { count, ...one } = payload.value;
    const names = Object.keys(one);
    if (payload.issues.length || (names.length === 1 && (one.event || count === undefined))) return;
    const say = (path: string[], message: string) =>
      payload.issues.push({ code: 'custom', path, input: payload.value, message });
    if (names.length === 1) say(['count'], 'only an event has a count; leave it out');
    else
      say([], `must have exactly one of event, seconds, scroll, exit and idle, not ${names.join(' and ') || 'none'}`);
  });

export const when = usually(
  z.array(trigger).check(z.maxLength(20)),
  [],
  'Triggers, any one of which fires. `[{seconds: 20}]` for the script tag; `[]`, at once, for the element.',
);

const path = text().check(z.refine(holds(isPath), { error: 'has half a character, which no path has; remove it' }));
const paths = z.array(path).check(z.maxLength(100));
export const where = maybe(
  z.strictObject({
    include: maybe(paths, 'Paths that may ask; all when left out or empty.'),
    exclude: maybe(paths, 'Paths that may not.'),
  }),
  'Paths with `*` and `:name`, which mean what they do in `URLPattern`; the rest of its syntax is not known.',
);

/** Left out, it is what `throttleFor` says for the kind. */
const rest = (description: string) => maybe(amount(), description);
export const throttle = maybe(
  z.strictObject({
    firstAskAfterDays: rest('Days since first seen, or since `user.createdAt`.'),
    minVisits: rest('Visits, 30 minutes apart.'),
    afterAnswerDays: rest('Days after an answer; a score counts as one, with or without a comment.'),
    afterDismissDays: rest('Days after the question was closed.'),
    afterSnoozeDays: rest('Days after “ask me later”.'),
    afterIgnoreDays: rest('Days after the question was shown and never touched.'),
    maxIgnores: rest('So often ignored counts as closed.'),
    betweenSurveysDays: rest('Days since an ask of a different survey of this origin.'),
  } satisfies Record<keyof Throttle, unknown>),
  'How seldom one person is asked.',
);

export const sampling = always(
  z.strictObject({
    rate: usually(share(), 1, 'Share of people who are asked in a wave; raising it only adds people.'),
    holdout: usually(share(), 0, 'Share of people who are never asked.'),
    spread: usually(z.boolean(), false, 'Gives each person one due day in the wave.'),
  }),
  'Whom to ask.',
);

const manner = (description: string) => usually(z.boolean(), true, description);
export const manners = always(
  z.strictObject({
    modal: manner('Waits while a modal dialog is open.'),
    typing: manner('Waits while somebody types.'),
    media: manner('Waits while sound or film plays.'),
    error: manner('Waits for half a minute after an error on the page.'),
    automation: manner('Never asks a browser that is driven by a program.'),
    hidden: manner('Waits while the page is hidden.'),
    busy: maybe(
      text().check(z.refine(holds(isSelector), { error: 'must be a CSS selector' })),
      'CSS selector: waits while anything matches.',
    ),
    veto: maybe(code<() => boolean>(), 'Waits while it returns true.'),
  } satisfies Record<keyof Manners, unknown>),
  'When not to disturb.',
);
