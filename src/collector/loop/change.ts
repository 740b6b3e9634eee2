import { cleanText } from '../clean.js';
import { Refusal } from '../refusal.js';
import type { LoopState } from '../tables.js';
import type { LoopChange } from './items.js';
import { LOOP_STATES } from './states.js';

/**
 * A change as it was sent, checked.
 *
 * @throws Refusal 400 with the name of the field.
 */
export function readChange(value: unknown): LoopChange {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Refusal(400, 'must be an object', '');
  const { state, owner, due, reason, ...others } = value as Record<string, unknown>;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) throw new Refusal(400, 'may only hold state, owner, due and reason', '');
  return {
    ...(state !== undefined && { state: readState(state) }),
    ...(owner !== undefined && { owner: readText(owner, 'owner', 200) }),
    ...(due !== undefined && { due: readDue(due) }),
    ...(reason !== undefined && { reason: readText(reason, 'reason', 2000) }),
  };
}

export function readState(state: unknown): LoopState {
  if (!LOOP_STATES.includes(state as LoopState))
    throw new Refusal(400, `must be one of ${LOOP_STATES.join(', ')}`, 'state');
  return state as LoopState;
}

function readText(value: unknown, name: string, longest: number): string | null {
  if (value === null || value === '') return null;
  if (typeof value !== 'string' || value.length > longest)
    throw new Refusal(400, `must be a text of at most ${longest} characters`, name);
  return cleanText(value);
}

function readDue(value: unknown): Date {
  const time =
    typeof value === 'string' && /^\d{4}-\d\d-\d\d(T[\d:.]+(Z|[+-]\d\d:\d\d))?$/.test(value) ? Date.parse(value) : NaN;
  if (Number.isNaN(time)) throw new Refusal(400, 'must be an instant such as 2026-11-24T12:00:00Z', 'due');
  return new Date(time);
}
