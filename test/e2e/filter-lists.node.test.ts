/**
 * No name, address or file of ours is one that ad blockers take for something else: people's lists are respected, so we do not
 * look like what is on them. The rules below are those of Fanboy's Annoyances and EasyPrivacy that come nearest to a survey.
 * `FILTER_LISTS`: a folder with whole lists, of which every `.txt` below it is read too, such as those in Debian's package
 * webext-ublock-origin-chromium (taken out by `dpkg -x`: installed, the browser would load the blocker itself).
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { FiltersEngine, Request } from '@ghostery/adblocker';
import { builtFiles } from '../faults/built-page.js';
import { openHosts, score, type Hosts } from './hostile-page.js';

const NEAREST = `
###survey_overlay
###feedback-tab
##.feedback_widget_tab
##.feedback-button
##.feedbackTab
##.floatingfeedback
##.jPopUp
##[class^="welcome-popup"]
##.btn-feedback
/surveyShower.
||survey.io^
||surveymonkey.com^
||qualtrics.com^
/api/v1/collector
/beacon.js
/api/log?
/collect?
/pixel?
/ping?
/track.js
/analytics.js
/metrics.js
`;

const folder = process.env['FILTER_LISTS'];
const lists = folder
  ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /(easylist|easyprivacy|fanboy|ublock|annoyance|filter)[^/]*\/.*\.txt$/i.test(file))
      .map((file) => readFileSync(join(folder, file), 'utf8'))
  : [];
const rules = [NEAREST, ...lists].join('\n').split(/\r?\n/);
/** Selectors that hide something on every site. */
const selectors = rules.flatMap((rule) => (/^##(?!\^|\+js)/.test(rule) ? rule.slice(2) : []));

describe(`against ${rules.length} rules of filter lists`, () => {
  let hosts: Hosts;
  before(async () => {
    hosts = await openHosts();
  });
  after(() => hosts?.close());

  it('G16: no file and no endpoint that the documentation names is blocked, from any of the places they lie in', () => {
    const engine = FiltersEngine.parse(rules.join('\n'), { loadCosmeticFilters: false });
    const sourceUrl = 'https://shop.example/billing';
    const blocked = (url: string, type: 'script' | 'xhr'): boolean =>
      engine.match(Request.fromRawDetails({ url, type, sourceUrl })).match;
    assert.ok(blocked('https://cdn.example/surveyShower.js', 'script'), 'the engine blocks what a rule names');
    assert.ok(blocked('https://www.qualtrics.com/x.js', 'script'));

    const scripts = [...builtFiles().keys()].flatMap((path) =>
      [
        'https://cdn.example',
        'https://shop.example',
        'https://shop.example/assets',
        'https://unpkg.com/askwell@1.0.0',
        'https://cdn.jsdelivr.net/npm/askwell@1.0.0',
      ].flatMap((base) => [base + path, base + path.replace('/dist', '')]),
    );
    const endpoints = [
      'https://shop.example/api/responses',
      'https://shop.example/answers',
      'https://nps.example/v1/messages',
      'https://nps.shop.example/v1/messages',
      'https://shop.example/v1/messages',
      'https://nps.example/v1/history',
    ];
    assert.deepEqual(
      scripts.filter((url) => blocked(url, 'script')),
      [],
    );
    assert.deepEqual(
      endpoints.filter((url) => blocked(url, 'xhr')),
      [],
    );
  });

  it('G16: no element, class, part or id of the question and of what follows it is hidden', async () => {
    const { page, context } = await hosts.visit({
      more: `data-reasons='["Price","Speed"]' data-contact="true" data-thanks='{"text":"Thanks","link":{"text":"More","href":"https://shop.example/"}}'`,
    });
    const hidden = async (): Promise<string[]> =>
      page.evaluate((all) => {
        const host = document.querySelector('ask-well')!;
        // As in a browser whose filters reach into shadow trees.
        const found = all.filter((selector) => {
          try {
            return host.matches(selector) || host.shadowRoot!.querySelector(selector);
          } catch {
            // A rule of a blocker's own syntax.
            return false;
          }
        });
        const decoy = document.body.appendChild(document.createElement('div'));
        decoy.className = 'feedback-button';
        if (!all.some((selector) => selector === '.feedback-button' && decoy.matches(selector))) found.push('no decoy');
        decoy.remove();
        return found;
      }, selectors);
    await score(page).check();
    await page.locator('textarea').waitFor();
    // By the keyboard: what opens moves the box away from under a mouse.
    await page.locator('input[name=contact]').press('Space');
    assert.deepEqual(await hidden(), []);
    await page.locator('input[type=email]').fill('a@shop.example');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByRole('link', { name: 'More' }).waitFor();
    assert.deepEqual(await hidden(), []);
    await context.close();
  });
});
