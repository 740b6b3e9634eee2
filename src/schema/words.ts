import type * as z from 'zod/mini';
import { nearest } from './nearest.js';
import { join, type Issue } from '../config/plain.js';

type ZodIssue = z.core.$ZodIssue;

/** `a, b or c` */
function either(words: readonly string[]): string {
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
  string: 'a string',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  function: 'a function',
  date: 'a date',
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
  const meant =
    typeof value === 'string' &&
    nearest(
      value,
      values.filter((each) => typeof each === 'string'),
    );
  return `${wrongType(either(values.map(show)), value)}${meant ? `; did you mean '${meant}'?` : ''}`;
}

const joined = (path: string): string => path.replace(/[.[\]]/g, '');

/** A key that stands elsewhere under this name, or an attribute whose words could not be told apart. */
function elsewhere(key: string, path: string, paths: readonly string[]): string | undefined {
  const same = paths.find((each) => each.endsWith(`.${key}`));
  if (same || path) return same;
  const near = nearest(key, paths.map(joined));
  return paths.find((each) => joined(each) === near);
}

function noSuchKey(key: string, path: string, paths: readonly string[]): string {
  const prefix = path ? `${path.replace(/\[\d+\]/g, '[]')}.` : '';
  const names = paths
    .filter((each) => each.startsWith(prefix))
    .map((each) => each.slice(prefix.length))
    .filter((name) => !/[.[]/.test(name));
  if (names.includes(key)) return 'does not go together with the other keys here; keep one or the other';
  const meant = nearest(key, names) ?? elsewhere(key, path, paths);
  if (meant) return `no such key; did you mean ${meant}?`;
  return names.length ? `no such key; the keys here are ${names.join(', ')}` : 'no such key; remove it';
}

/** What a branch of a union takes, when it fails on the type of the value as a whole and not on something within. */
function taken(issue: ZodIssue, value: unknown): string | undefined {
  if (issue.path.length) return undefined;
  if (issue.code === 'invalid_type') return noun(issue.expected);
  if (issue.code === 'custom') return issue.params?.['expected'];
  return issue.code === 'invalid_value' && typeof value !== 'string' ? either(issue.values.map(show)) : undefined;
}

/** The complaint of the branch that was meant, which is the one that takes the type; or all that would be taken. */
function union(issue: z.core.$ZodIssueInvalidUnion, value: unknown): ZodIssue[] | string {
  const branches = issue.errors as ZodIssue[][];
  const fitting = branches.filter((issues) => !issues.some((each) => taken(each, value)));
  const meant = fitting.sort((a, b) => a.length - b.length)[0];
  if (meant) return meant;
  const takes = branches.flatMap((issues) =>
    issues.map((each) => {
      const nested = each.code === 'invalid_union' && !each.path.length ? union(each, value) : '';
      return typeof nested === 'string' ? nested || taken(each, value) : undefined;
    }),
  );
  return either([...new Set(takes.filter((each) => each !== undefined))]);
}

/**
 * The complaints of a zod schema in words that name the place and the mend.
 *
 * @param input what was parsed, to say what stands there now.
 * @param paths every key path of the schema, to find the nearest right one.
 */
export function inWords(
  issues: readonly ZodIssue[],
  input: unknown,
  paths: readonly string[] = [],
  path = '',
): Issue[] {
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
      case 'invalid_type':
        return say(wrongType(noun(issue.expected), value));
      case 'invalid_value':
        return say(wrongValue(issue.values, value));
      case 'too_small':
        return say(tooSmall(issue, value));
      case 'too_big':
        return say(tooBig(issue, value));
      case 'unrecognized_keys':
        return issue.keys.map((key) => ({ path: join(at, key), message: noSuchKey(key, at, paths) }));
      case 'invalid_union': {
        const meant = union(issue, value);
        return typeof meant === 'string' ? say(wrongType(meant, value)) : inWords(meant, value, paths, at);
      }
      case 'custom':
        return say(wrongType(issue.params?.['expected'] ?? 'right', value));
      default:
        return say(`has the wrong form: ${show(value)}`);
    }
  });
}
