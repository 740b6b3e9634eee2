import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import en from '../../src/locales/en.js';
import type { Messages } from '../../src/locales/index.js';
import { flat } from './faults.js';

/** Scots, as a host would write it: one file, one object, every key. */
const scots = {
  locale: 'sco',
  dir: 'ltr',
  question: {
    relational: {
      named: 'Hou likely is it that ye wad recommend {product} tae a freend or colleague?',
      us: 'Hou likely is it that ye wad recommend us tae a freend or colleague?',
    },
    transactional: {
      named: 'Frae yer recent experience, hou likely is it that ye wad recommend {product} tae a freend or colleague?',
      us: 'Frae yer recent experience, hou likely is it that ye wad recommend us tae a freend or colleague?',
    },
    employee: {
      named: 'Hou likely is it that ye wad recommend {product} as a place tae wark?',
      us: 'Hou likely is it that ye wad recommend us as a place tae wark?',
    },
  },
  low: 'No likely ava',
  high: 'Gey likely',
  followUp: 'Whit is the main raison for yer score?',
  optional: 'gin ye like',
  reasons: 'Whit is it aboot?',
  contact: 'Mey we contact ye anent this?',
  email: 'E-mail address',
  emailInvalid: 'Pit in an e-mail address like name@example.com.',
  send: 'Send',
  close: 'Steek',
  snooze: 'Speir efter',
  optOut: 'Dinna speir again',
  thanks: 'Thank ye for yer answer.',
  notSent: 'Yer answer is no hained yet.',
  retry: 'Try again',
  closed: 'Question steekit.',
  undo: 'Undae',
  region: 'Survey',
  scoreLabel: '{score}, {label}',
} satisfies Messages;

// What follows is checked by the compiler: each line marked as an error is one, or the types no longer hold.
const { send: _send, ...withoutButton } = scots;
// @ts-expect-error a button has no label
withoutButton satisfies Messages;

const { employee: _employee, ...customersOnly } = scots.question;
// @ts-expect-error a kind of survey has no question
({ ...scots, question: customersOnly }) satisfies Messages;

// @ts-expect-error a question has no form without a name
({ ...scots, question: { ...scots.question, employee: { named: '{product}?' } } }) satisfies Messages;

// @ts-expect-error a key is misspelt
({ ...scots, optOutt: 'Dinna speir again' }) satisfies Messages;

// @ts-expect-error a text is no string
({ ...scots, thanks: 1 }) satisfies Messages;

// @ts-expect-error a direction that no script has
({ ...scots, dir: 'up' }) satisfies Messages;

describe('a locale of one’s own', () => {
  it('has the same keys as the English that it stands in for', () => {
    const keys = (messages: Messages): string[] =>
      flat(messages)
        .map(([key]) => key)
        .sort();
    assert.deepEqual(keys(scots), keys(en));
  });
});
