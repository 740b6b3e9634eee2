import { textOf, type Finding, type LintRule, type Subject } from './rule.js';

const OCX = 'OCX Cognition, “How soon is too soon?”: the same person every 6 months, after an event every 90 days';
const MEMBER = 'MemberInsight, limits: at least 4 weeks between any two surveys';
const STARVATION = 'shared cooldowns starve the rarer survey: posthog.com/docs/surveys, formbricks/formbricks#6783';

/** How seldom one person is asked, whatever they did last. */
export const tooOften: LintRule = ({ throttle }) => {
  const found: Finding[] = [];
  const least = (key: keyof typeof throttle, days: number, level: Finding['level'], code: string, source: string) => {
    if (throttle[key] >= days) return;
    found.push({
      level,
      code,
      path: `throttle.${key}`,
      source,
      message: `is ${throttle[key]} days; under ${days} the same people are asked again before anything could have changed`,
    });
  };
  least('afterAnswerDays', 30, 'error', 'too-often', OCX);
  least('afterDismissDays', 30, 'warning', 'too-often', 'Wootric’s SDK: 30 days after a dismissal');
  least('betweenSurveysDays', 14, 'warning', 'too-close', MEMBER);
  return found;
};

/** Days of a wave that is not a quarter. */
const WAVES: Record<string, number> = { half: 181, year: 365 };

/** Days until the survey may ask the same person again. */
const turn = ({ throttle }: Subject): number => Math.min(throttle.afterAnswerDays, throttle.afterDismissDays);
const waveDays = ({ config }: Subject): number => WAVES[textOf(config['wave'])] ?? 90;

/** One survey of the origin that leaves no turn to another, or waits for a turn that does not come in its wave. */
export const starving: LintRule = (subject) => {
  const { betweenSurveysDays } = subject.throttle;
  const found: Finding[] = [];
  if (turn(subject) < betweenSurveysDays) {
    found.push({
      level: 'warning',
      code: 'starves-others',
      path: 'throttle',
      source: STARVATION,
      message:
        `may ask again after ${turn(subject)} days, while ${betweenSurveysDays} days must lie between two surveys: a rarer survey` +
        ' of this origin never gets its turn; make this one rarer than `betweenSurveysDays`',
    });
  }
  if (betweenSurveysDays >= waveDays(subject)) {
    found.push({
      level: 'warning',
      code: 'starved',
      path: 'throttle.betweenSurveysDays',
      source: STARVATION,
      message: `is ${betweenSurveysDays} days, as long as a wave: any other survey of this origin silences this one for all of it`,
    });
  }
  return found;
};

/** Two surveys of one origin: one that comes back sooner than the other waits. Paths begin with the place in the list. */
export function starvedBy(subjects: readonly Subject[]): Finding[] {
  return subjects.flatMap((one, index) =>
    subjects
      .filter((other) => name(other) !== name(one))
      .flatMap((other): Finding[] => {
        if (turn(other) >= one.throttle.betweenSurveysDays || turn(other) >= turn(one)) return [];
        return [
          {
            level: 'error',
            code: 'starved',
            path: `[${index}].throttle.betweenSurveysDays`,
            source: STARVATION,
            message:
              `is ${one.throttle.betweenSurveysDays} days, but '${name(other)}' may ask every ${turn(other)} days: '${name(one)}' is never` +
              ` asked of those whom '${name(other)}' asks; make '${name(other)}' rarer, or sample it`,
          },
        ];
      }),
  );
}

const name = ({ config }: Subject): string => textOf(config['survey']) || 'nps';
