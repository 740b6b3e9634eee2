import { expect } from '@open-wc/testing';
import { createAskwell, type AskwellConfig } from '../../src/index.js';

const heard: [level: string, line: string][] = [];
const real = { error: console.error, warn: console.warn };
let survey = 0;

/** A survey of its own for each test, because what was said once in a page view is not said again. */
function start(config: AskwellConfig): { name: string; askwell: ReturnType<typeof createAskwell> } {
  const name = `linted-${survey++}`;
  const askwell = createAskwell(
    { survey: name, storage: 'memory', when: [{ event: 'never' }], ...config },
    { present() {} },
  );
  return { name, askwell };
}

async function saidOf(name: string, least: number): Promise<string[]> {
  const lines = () =>
    heard.filter(([, line]) => line.includes(` ${name}: `)).map(([level, line]) => `${level} ${line}`);
  while (lines().length < least) await new Promise((resolve) => setTimeout(resolve, 5));
  return lines();
}

/** Forgetful storage has errors of its own unless nothing waits for a memory. */
const quiet = { throttle: { minVisits: 1, firstAskAfterDays: 0 } };

describe('with debug, the linter', () => {
  beforeEach(() => {
    heard.length = 0;
    for (const level of ['error', 'warn'] as const)
      console[level] = (...words: unknown[]) => void heard.push([level, words.join(' ')]);
  });
  afterEach(() => void Object.assign(console, real));

  it('says nothing without debug', async () => {
    const { name, askwell } = start({ ...quiet, text: { question: 'Please give us a 10!' } });
    await askwell.explain();
    // Whoever else had fetched the linter before would have had it, and spoken, before this goes on.
    await import('../../src/config/say-findings.js');
    await askwell.explain();
    askwell.stop();
    expect(heard.filter(([, line]) => line.includes(name))).to.deep.equal([]);
  });

  it('says an error as an error and a warning as a warning, with path, mend and source', async () => {
    const { name, askwell } = start({
      ...quiet,
      debug: true,
      text: { followUp: 'What went wrong?', question: 'Please give us a 10!' },
    });
    const said = await saidOf(name, 3);
    askwell.stop();
    expect(said.length).to.equal(3);
    expect(said.find((line) => line.includes('wanted-number'))).to.match(
      /^error \[askwell\] linted-\d: text\.question “Please give us a 10!” names the score .+ \(wanted-number\)\. Source: CustomerGauge/,
    );
    expect(said.find((line) => line.includes('presuming'))).to.match(/^warn .+ text\.followUp /);
  });

  it('says each thing once, however often the same configuration is given', async () => {
    const config: AskwellConfig = { ...quiet, debug: true, when: [{ event: 'never' }], storage: 'memory' };
    const { name, askwell } = start({ ...config, text: { question: 'Are we worth 5 stars?' } });
    const said = await saidOf(name, 1);
    for (let k = 0; k < 3; k++)
      askwell.update({ ...config, survey: name, text: { question: 'Are we worth 5 stars?' } });
    askwell.update({ ...config, survey: name, text: { question: 'Would you rate us nine?' } });
    const more = await saidOf(name, said.length + 1);
    askwell.stop();
    expect(more.length).to.equal(said.length + 1);
  });

  it('holds the surveys of a page against each other', async () => {
    const seldom = start({ ...quiet, debug: true });
    const often = start({
      debug: true,
      throttle: { minVisits: 1, firstAskAfterDays: 0, afterAnswerDays: 30, afterDismissDays: 7, betweenSurveysDays: 0 },
    });
    const said = await saidOf(seldom.name, 1);
    seldom.askwell.stop();
    often.askwell.stop();
    expect(said[0]).to.match(new RegExp(`^error .+'${often.name}' may ask every 7 days.+\\(starved\\)`));
  });
});
