/** Gates that refuse, in order of precedence. */
export const REFUSING = [
  'consent',
  'opted-out',
  'holdout',
  'sampling',
  'cohort-day',
  'path',
  'first-ask-delay',
  'min-visits',
  'after-answer',
  'after-dismiss',
  'after-snooze',
  'after-ignore',
  'max-ignores',
  'between-surveys',
  'other-tab',
] as const;

/** Manners: gates that defer. The moment is wrong, not the person. */
export const DEFERRING = ['hidden', 'modal', 'typing', 'media', 'recent-error', 'automation', 'busy', 'veto'] as const;

export type GateCode = (typeof REFUSING)[number] | (typeof DEFERRING)[number];

/** What one gate found. `actual` and `required` are in the gate's own unit (days, visits, a share, a boolean). */
export interface Gate {
  code: GateCode;
  pass: boolean;
  actual?: unknown;
  required?: unknown;
  /** ISO 8601: the first instant at which this gate will pass by waiting alone. Absent when it passes or when waiting does not help. */
  nextEligibleAt?: string;
}

/** May this person be asked now? Every gate is listed, not only the first that failed. */
export interface Decision {
  eligible: boolean;
  /** ISO 8601: when every failing gate will pass by waiting alone. Absent when eligible, or when waiting does not help. */
  nextEligibleAt?: string;
  /** Only the moment is wrong, and a better one is waited for, for ten minutes. Absent once that was given up: the gates say why. */
  waiting?: boolean;
  gates: Gate[];
}

/** Without a right configuration, or a person known for sure, nobody is asked and no gate was looked at. */
export const NOBODY: Decision = { eligible: false, gates: [] };

/** The gates that refuse or defer, in their order. */
export const refusing = ({ gates }: Decision): GateCode[] => gates.filter(({ pass }) => !pass).map(({ code }) => code);

/** Nothing but the moment is wrong, and it may pass: a robot stays one. */
export const isDeferred = (codes: GateCode[]): boolean =>
  !!codes[0] && codes.every((code) => DEFERRING.includes(code as never) && code !== 'automation');
