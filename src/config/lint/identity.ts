import type { Finding, LintRule } from './rule.js';

const STAFF =
  /^(agent|employee|representative|(sales|service|support|account)_?rep|rep|advis[eo]r|cashier|technician|waiter|waitress|staff|clerk|barista|(handled|served|assisted)_?by|assignee)_?(id|name|email|no|number|code)?$/i;
const SMITH = 'T. Smith 2014, “Use NPS to improve customer experience, not to disempower employees”';
const GLINT = 'Microsoft Viva Glint, privacy protection in reporting';

/** An answer must not become a mark for one employee, nor an employee's answer a mark on them. */
export const identity: LintRule = ({ config, kind }) => {
  const found: Finding[] = [];
  const members = (path: string, value: unknown) => {
    if (kind === 'employee' || typeof value !== 'object' || value === null) return;
    for (const key of Object.keys(value).filter((one) => STAFF.test(one))) {
      found.push({
        level: 'error',
        code: 'employee-subject',
        path: `${path}.${key}`,
        source: SMITH,
        message: 'ties the score to one employee; send the branch, the team or the process instead',
      });
    }
  };
  members('context.properties', config['context']?.properties);
  members('user.traits', config['user']?.traits);

  if (kind === 'employee') {
    const say = (path: string, what: string) =>
      found.push({
        level: 'warning',
        code: 'anonymous',
        path,
        source: GLINT,
        message: `${what} in an employee survey, which is anonymous; take it out`,
      });
    if (config['user'] !== undefined) say('user', 'is never sent');
    if (config['context']?.properties !== undefined) say('context.properties', 'is never sent');
    if (config['contact'] === true) say('contact', 'is never offered');
  }
  return found;
};
