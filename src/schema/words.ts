import type * as z from 'zod/mini';
import { nearest } from './nearest.js';
import { join, type Issue } from './plain.js';

type ZodIssue = z.core.$ZodIssue;

/** `'a', 'b' or 'c'` */
function either(values: readonly unknown[]): string {
  const words = values.map(show);
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

/** A value as it stands in a sentence; long ones are cut. */
export function show(value: unknown): string {
  if (typeof value === 'string') return value.length > 60 ? `'${value.slice(0, 57)}…'` : `'${value}'`;
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'bigint') return `the bigint ${value}`;
  if (value instanceof Date) return 'a date';
  return typeof value === 'object' && value ? 'an object' : typeof value === 'function' ? 'a function' : String(value);
}

const NOUNS: Record<string, string> = {
  string: 'a string', number: 'a number', int: 'a whole number', boolean: 'true or false', array: 'a list', object: 'an object',
  record: 'an object', function: 'a function', date: 'a date',
};
const noun = (expected: string): string => NOUNS[expected] ?? expected;

function wrongType(expected: string, value: unknown): string {
  if (value === undefined) return `is missing; it must be ${expected}`;
  return `must be ${expected}, not ${show(value)}${value === null ? '; leave the key out instead' : ''}`;
}

function tooSmall(issue: z.core.$ZodIssueTooSmall, value: unknown): string {
  if (issue.origin === 'string') return 'must not be empty; leave the key out instead';
  if (issue.origin === 'array') return 'must have at least one item; leave the key out instead';
  return `must be ${issue.inclusive ? 'at least' : 'more than'} ${issue.minimum}, not ${show(value)}`;
}

function tooBig(issue: z.core.$ZodIssueTooBig, value: unknown): string {
  const length = (value as { length?: number } | undefined)?.length;
  if (issue.origin === 'string') return `must have at most ${issue.maximum} characters, not ${length}`;
  if (issue.origin === 'array') return `must have at most ${issue.maximum} items, not ${length}`;
  return `must be at most ${issue.maximum}, not ${show(value)}`;
}

function wrongValue(values: readonly unknown[], value: unknown): string {
  const meant = typeof value === 'string' && nearest(value, values.filter((each) => typeof each === 'string'));
  return `${wrongType(either(values), value)}${meant ? `; did you mean '${meant}'?` : ''}`;
}

function noSuchKey(key: string, path: string, paths: readonly string[]): string {
  const prefix = path ? `${path.replace(/\[\d+\]/g, '[]')}.` : '';
  const here = paths.filter((each) => each.startsWith(prefix) && !each.slice(prefix.length).includes('.'));
  const names = here.map((each) => each.slice(prefix.length));
  const meant = nearest(key, names) ?? paths.find((each) => each.endsWith(`.${key}`));
  if (meant) return `no such key; did you mean ${meant}?`;
  return names.length ? `no such key; the keys here are ${names.join(', ')}` : 'no such key; remove it';
}

/** The branch of a union that was meant: the one whose own type fits, so that its complaint lies deepest. */
function branch(issue: z.core.$ZodIssueInvalidUnion): ZodIssue[] | undefined {
  const fitting = issue.errors.filter((issues) => !issues.some((each) => each.code === 'invalid_type' && !each.path.length));
  return fitting.sort((a, b) => a.length - b.length)[0] as ZodIssue[] | undefined;
}

/**
 * The complaints of a zod schema in words that name the place and the mend.
 *
 * @param input what was parsed, to say what stands there now.
 * @param paths every key path of the schema, to find the nearest right one.
 */
export function inWords(issues: readonly ZodIssue[], input: unknown, paths: readonly string[] = [], path = ''): Issue[] {
  return issues.flatMap((issue): Issue[] => {
    let at = path;
    let value = input;
    for (const key of issue.path) {
      at = join(at, key);
      value = (value as Record<PropertyKey, unknown> | null | undefined)?.[key];
    }
    const say = (message: string): Issue[] => [{ path: at, message }];
    // A message of the schema's own says more than anything made here.
    if (issue.message && issue.message !== 'Invalid input') return say(issue.message);
    switch (issue.code) {
      case 'invalid_type': return say(wrongType(noun(issue.expected), value));
      case 'invalid_value': return say(wrongValue(issue.values, value));
      case 'too_small': return say(tooSmall(issue, value));
      case 'too_big': return say(tooBig(issue, value));
      case 'unrecognized_keys':
        return issue.keys.map((key) => ({ path: join(at, key), message: noSuchKey(key, at, paths) }));
      case 'invalid_union': {
        const meant = branch(issue);
        if (meant) return inWords(meant, value, paths, at);
        const expected = issue.errors.flatMap((each) => each.map((one) => ('expected' in one ? noun(one.expected) : '')));
        return say(wrongType([...new Set(expected.filter(Boolean))].join(' or '), value));
      }
      default: return say(`has the wrong form: ${show(value)}`);
    }
  });
}
