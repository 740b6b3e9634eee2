import { textOf, type Finding, type LintRule } from './rule.js';

const LINTER = 'askwell: a gate that nobody passes looks like a survey that nobody answers (formbricks/formbricks#814)';
const REIF = 'V. Reif, “asking on entry gives annoyed answers”';
const URL_PATTERN = 'urlpattern.spec.whatwg.org: groups, modifiers and regular expressions, which are not taken over';
const ITP = 'webkit.org/blog/10218: script-writable storage is erased after 7 days without a visit';

const HALF_HOUR = 1800;
const numberOf = (value: unknown, otherwise = 0): number => (typeof value === 'number' ? value : otherwise);
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** Configurations with which nobody, or nearly nobody, is ever asked. */
export const unreachable: LintRule = ({ config, throttle }) => {
  const { sampling = {}, where = {}, user = {}, storage } = config;
  const found: Finding[] = [];
  const say = (code: string, path: string, message: string, level: Finding['level'] = 'error', source = LINTER) =>
    found.push({ level, code, path, message, source });
  const share = numberOf(sampling?.rate, 1) * (1 - numberOf(sampling?.holdout, 0));

  if (share === 0) {
    say(
      'never-fires',
      sampling.rate === 0 ? 'sampling.rate' : 'sampling.holdout',
      'leaves nobody to ask; take a share above 0',
    );
  } else if (share > 0 && share < 0.001) {
    say('never-fires', 'sampling.rate', `asks ${share * 100} % of people, fewer than one in a thousand`, 'warning');
  }
  if (throttle.maxIgnores === 0)
    say('unreachable', 'throttle.maxIgnores', 'is 0, with which nobody is ever asked; take at least 1');

  const known = user?.createdAt !== undefined;
  if (storage === 'memory' && throttle.minVisits > 1) {
    say(
      'unreachable',
      'throttle.minVisits',
      `is ${throttle.minVisits}, but storage 'memory' forgets every visit; take 1`,
    );
  }
  if (storage === 'memory' && throttle.firstAskAfterDays > 0 && !known) {
    say(
      'unreachable',
      'throttle.firstAskAfterDays',
      `is ${throttle.firstAskAfterDays}, but storage 'memory' forgets the first visit; take 0, or give user.createdAt`,
    );
  }
  if (storage !== 'memory' && typeof storage !== 'object' && throttle.firstAskAfterDays > 7 && !known) {
    say(
      'forgotten',
      'throttle.firstAskAfterDays',
      `is ${throttle.firstAskAfterDays}, but Safari may forget an anonymous visitor after 7 days; give user.createdAt`,
      'warning',
      ITP,
    );
  }
  if (typeof user?.createdAt === 'number' && user.createdAt < 1e11) {
    say(
      'seconds-epoch',
      'user.createdAt',
      'lies before 1973; it takes milliseconds, not seconds',
      'warning',
      'ECMA-262: a time value is in milliseconds',
    );
  }

  const when = list(config['when']).filter(
    (one): one is Record<string, unknown> => typeof one === 'object' && one !== null,
  );
  const late = ({ seconds, idle, count }: Record<string, unknown>) =>
    numberOf(seconds) > HALF_HOUR || numberOf(idle) > HALF_HOUR || numberOf(count) > 100;
  if (when.length && when.every(late)) {
    say(
      'never-fires',
      'when',
      'waits more than half an hour, or for more than 100 events, in one view of one page; fire sooner',
      share < 0.1 ? 'error' : 'warning',
    );
  }
  when.forEach((one, index) => {
    if (numberOf(one['seconds'], 5) < 5 || one['scroll'] === 0) {
      say('on-entry', `when[${index}]`, 'asks before anything was seen; wait at least 5 seconds', 'warning', REIF);
    }
  });

  for (const side of ['include', 'exclude']) {
    list(where?.[side]).forEach((pattern, index) => {
      if (typeof pattern === 'string' && !/^[/*:]/.test(pattern)) {
        say('unreachable', `where.${side}[${index}]`, `'${pattern}' matches no path; begin with / or *`);
      } else if (/[{}()?+\\]|:\w+\*/.test(textOf(pattern))) {
        say(
          'literal-sign',
          `where.${side}[${index}]`,
          `'${pattern as string}' has signs that stand for themselves here; only * (any text) and :name (one segment) stand for more`,
          'warning',
          URL_PATTERN,
        );
      }
    });
  }
  const excluded = list(where?.exclude);
  if (excluded.some((one) => one === '*' || one === '/*'))
    say('unreachable', 'where.exclude', 'excludes every page; narrow it');
  const included = list(where?.include);
  if (included.length && included.every((one) => excluded.includes(one))) {
    say('unreachable', 'where', 'excludes every page that it includes; take the pattern out of one of the lists');
  }
  return found;
};
