import { throttleFor } from '../core/throttle.js';
import type { AskwellConfig } from './config.js';
import type { ResolvedConfig } from './resolve.js';

/** What a glance needs to know of a configuration, with its defaults. */
export type QuickConfig = AskwellConfig &
  Pick<ResolvedConfig, 'survey' | 'kind' | 'when' | 'throttle' | 'sampling' | 'wave' | 'consent' | 'storage'>;

const LINE = '"[^"\\\\]{1,500}"';
const FLAG = '(true|false)';
const NUMBER = '\\d{1,4}(\\.\\d+)?';
const SHARE = '(0(\\.\\d+)?|1)';

/** JSON puts the commas right by itself. */
const members = (...rules: string[]): string => `{(${rules.join('|')}|,)*}`;
const list = (...rules: string[]): string => `\\[(${rules.join('|')}|,){0,9}]`;
const each = (names: string, rule: string): string => `"(${names})":${rule}`;

/** Right configurations as JSON, but for those with words of one's own, with code, or with parts of an endpoint. */
const SIMPLE = RegExp(
  `^${members(
    each('survey|locale|wave', LINE),
    each('product', '"[^"\\\\]{1,60}"'),
    each('kind', '"(relational|transactional|employee)"'),
    each('endpoint', '"(https?:/)?/[^\\s"\\\\@]+"'),
    each('layout', '"(corner|bar|modal|inline)"'),
    each('placement', '"(end|start)"'),
    each('theme', '"(auto|light|dark)"'),
    each('contact|debug', FLAG),
    each('consent', '"(granted|required)"'),
    each('storage', '"(local|cookie|memory)"'),
    each('user', members(each('id|proof', LINE), each('createdAt|lastAskedAt', '(\\d{1,15}|"\\d{4}-[^"\\\\]+")'))),
    each(
      'when',
      list(
        `{"(seconds|idle)":${NUMBER}}`,
        `{"scroll":${SHARE}}`,
        '{"exit":true}',
        `{"event":${LINE}(,"count":${NUMBER})?}`,
      ),
    ),
    each('where', members(each('include|exclude', list(LINE)))),
    each(
      'throttle',
      members(
        each('(firstAskAfter|after(Answer|Dismiss|Snooze|Ignore)|betweenSurveys)Days|minVisits|maxIgnores', NUMBER),
      ),
    ),
    each('sampling', members(each('rate|holdout', SHARE), each('spread', FLAG))),
    each('manners', members(each('modal|typing|media|error|automation|hidden', FLAG))),
  )}$`,
);

/**
 * A glance at a configuration: its values when it is surely right and simple, undefined when it needs the whole check
 * (`resolveConfig`), which knows the rest and is not worth its weight on every page. It never passes what the whole check
 * refuses. Never throws. `isRight`: the whole check has passed it before, so its values are given whatever they are.
 */
export function quickConfig(input: unknown, isRight = false): QuickConfig | undefined {
  try {
    // What JSON would silently leave out or turn into something else (code, dates, boxes) is more than a glance can judge.
    const json = JSON.stringify(input, function (this: any, key, value) {
      return value === this[key] && value?.valueOf?.() === value && !/^(fun|sym)/.test(typeof value) ? value : null;
    });
    const config = (isRight || SIMPLE.test(json)) && JSON.parse(json);
    // Throws on what no address can be.
    const { protocol } = new URL(config.endpoint ?? '', 'https://page.example');
    // Mixed content.
    if (protocol === 'http:' && globalThis.location?.protocol === 'https:') return undefined;
    const { createdAt = 0, lastAskedAt = 0 } = config.user ?? {};
    if (!config || !(+new Date(createdAt) >= 0 && +new Date(lastAskedAt) >= 0)) return undefined;
    return {
      survey: 'nps',
      kind: 'relational',
      when: [],
      wave: 'quarter',
      consent: 'granted',
      storage: 'local',
      ...config,
      throttle: throttleFor(config.kind, config.throttle),
      sampling: { rate: 1, holdout: 0, spread: false, ...config.sampling },
    };
  } catch {
    return undefined;
  }
}
