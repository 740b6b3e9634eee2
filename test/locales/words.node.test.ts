import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import de from '../../src/locales/de.js';
import { loadMessages, locales, type LocaleCode, type Messages } from '../../src/locales/index.js';
import { faults } from './faults.js';

describe('the words of a language', () => {
  for (const code of locales) {
    it(`are whole, neutral and well set in ${code}`, async () => {
      assert.deepEqual(faults(code, await loadMessages(code)), []);
    });
  }
});

const question = (change: object): Messages => ({ ...de, question: { ...de.question, ...change } });

/** One way to break a locale for each rule, and what the rule says of it. */
const broken: [fault: string, messages: Messages, code?: LocaleCode][] = [
  ['de send: is empty', { ...de, send: '' }],
  ['de send: has white space at an end', { ...de, send: 'Senden ' }],
  ['de thanks: has two spaces in a row', { ...de, thanks: 'Danke  sehr.' }],
  ['de thanks: has a space of another kind', { ...de, thanks: 'Danke\u00A0sehr.' }],
  ['de send: has an invisible character', { ...de, send: 'Sen\u00ADden' }],
  ['de close: is not in normal form C', { ...de, close: 'Schließen ü'.normalize('NFD') }],
  ['de thanks: has a straight quote', { ...de, thanks: "So geht's." }],
  ['de thanks: has three dots for an ellipsis', { ...de, thanks: 'Danke ... sehr.' }],
  ['de send: has a strange letter', { ...de, send: 'Sеnden' }],
  ['de send: is English', { ...de, send: 'Send' }],
  ['de snooze: is English', { ...de, snooze: 'Ask the user' }],
  [
    'de question.relational.us: leads the answer',
    question({ relational: { ...de.question.relational, us: 'Würden Sie uns bitte empfehlen?' } }),
  ],
  ['de high: leads the answer', { ...de, high: 'Eine 10' }],
  ['de followUp: does not end as a question', { ...de, followUp: 'Was ist der Grund.' }],
  ['de thanks: does not end as a sentence', { ...de, thanks: 'Danke' }],
  ['de send: ends as a sentence, but is a label', { ...de, send: 'Senden.' }],
  ['es contact: opens no question', { ...de, contact: 'Podemos contactar?' }, 'es'],
  ['de send: is too long for its place', { ...de, send: 'Antwort jetzt senden' }],
  [
    'de question.employee.us: has {product} where no name is known',
    question({ employee: { ...de.question.employee, us: 'Wie ist {product}?' } }),
  ],
  [
    'de question.employee.named: does not have {product} once',
    question({ employee: { ...de.question.employee, named: 'Wie ist es?' } }),
  ],
  [
    'de question.employee.named: does not have {product} once',
    question({ employee: { ...de.question.employee, named: '{product} {product}?' } }),
  ],
  ['de thanks: has another placeholder', { ...de, thanks: 'Danke für {subject}.' }],
  ['de scoreLabel: does not begin with the number', { ...de, scoreLabel: '{label}, {score}' }],
  ['de undo: is missing', (({ undo: _, ...rest }) => rest)(de) as Messages],
  ['de extra: is no message', { ...de, extra: 'mehr' } as Messages],
  ['de locale: is not the name of its file', { ...de, locale: 'at' }],
  ['de dir: is the wrong way round', { ...de, dir: 'rtl' }],
  ['ar dir: is the wrong way round', de, 'ar'],
  ['fa send: has a strange letter', { ...de, send: 'ارسالي' }, 'fa'],
  ['ro send: has a strange letter', { ...de, send: 'Trimiteţi' }, 'ro'],
  ['zh-Hans send: has a strange letter', { ...de, send: '關閉' }, 'zh-Hans'],
  ['zh-Hant send: has a strange letter', { ...de, send: '关闭' }, 'zh-Hant'],
  ['fr followUp: does not end as a question', { ...de, followUp: 'Pourquoi ?' }, 'fr'],
  ['el followUp: does not end as a question', { ...de, followUp: 'Γιατί?' }, 'el'],
  ['ja followUp: leads the answer', { ...de, followUp: 'ご意見をお願いします？' }, 'ja'],
];

describe('the rules of the words', () => {
  for (const [fault, messages, code = 'de'] of broken) {
    it(`find “${fault}”`, () => {
      assert.ok(faults(code, messages).includes(fault), faults(code, messages).join('\n'));
    });
  }
});
