import { firstAskFor, type FirstAsk, type Throttle } from '../core/throttle.js';
import type { AskwellConfig } from './config.js';
import type { ResolvedConfig } from './resolve.js';

/** What a glance needs to know of a configuration, with its defaults. */
export type QuickConfig = AskwellConfig &
  Pick<ResolvedConfig, 'survey' | 'when'> & {
    throttle: Partial<Throttle> & FirstAsk;
  };

const LINE = '"[^"\\\\]{1,500}"';
const FLAG = '(true|false)';
const NUMBER = '\\d{1,4}(\\.\\d+)?';
const SHARE = '(0(\\.\\d+)?|1)';
const list = (rules: string): string => `\\[(${rules}|,){0,9}]`;

/** The JSON of each member of a right configuration; those with words of one's own, code, or parts of an endpoint are not for a glance. */
const SIMPLE = {
  'survey|locale|wave': LINE,
  product: '"[^"\\\\]{1,60}"',
  kind: '"(relational|transactional|employee)"',
  endpoint: '"(https:/|http://(localhost|127\\.0\\.0\\.1)(:\\d+)?)?/[^\\s"\\\\@]+"',
  layout: '"(corner|bar|modal|inline)"',
  placement: '"(end|start)"',
  theme: '"(auto|light|dark)"',
  contact: FLAG,
  debug: 'false',
  consent: '"(granted|required)"',
  storage: '"local"',
  user: { 'id|proof': LINE, 'createdAt|lastAskedAt': '(\\d{1,15}|"\\d{4}-[^"\\\\]+")' },
  when: list(`{"(seconds|idle)":${NUMBER}}|{"scroll":${SHARE}}|{"exit":true}|{"event":${LINE}(,"count":${NUMBER})?}`),
  where: { 'include|exclude': list(LINE) },
  throttle: { '(firstAskAfter|after(Answer|Dismiss|Snooze|Ignore)|betweenSurveys)Days|minVisits|maxIgnores': NUMBER },
  sampling: { 'holdout|rate': SHARE, spread: FLAG },
  manners: { 'hidden|modal|typing|media|error|automation': FLAG },
};

/** JSON puts the commas right by itself. */
const pattern = (rule: any): string =>
  typeof rule === 'string'
    ? rule
    : `{(${Object.entries(rule).map(([names, each]) => `|"(${names})":${pattern(each)}|`)},)*}`;

/**
 * A glance at a configuration: its values when it is surely right and simple, undefined when it needs the whole check
 * (`resolveConfig`), which knows the rest and is not worth its weight on every page. It never passes what the whole check
 * refuses. Never throws. `isRight`: the whole check has passed it before, so its values are given whatever they are.
 */
export function quickConfig(input: unknown, isRight?: boolean): QuickConfig | undefined {
  try {
    // What JSON would silently leave out or turn into something else (code, dates, boxes) is more than a glance can judge.
    const json = JSON.stringify(input, function (this: any, key, value) {
      return value === this[key] && value?.valueOf?.() === value && !/^(fun|sym)/.test(typeof value) ? value : null;
    });
    const config = (isRight || RegExp(`^${pattern(SIMPLE)}$`).test(json)) && JSON.parse(json);
    // Throws on what no address can be.
    // oxlint-disable-next-line no-new
    new URL(config.endpoint ?? '', 'https://x');
    const { createdAt = 0, lastAskedAt = 0 } = config.user ?? {};
    if (!config || !(Math.min(+new Date(createdAt), +new Date(lastAskedAt)) >= 0)) return undefined;
    return {
      survey: 'nps',
      when: [],
      ...config,
      throttle: { ...firstAskFor(config.kind), ...config.throttle },
    };
  } catch {
    return undefined;
  }
}
