import { assert } from '@open-wc/testing';
import 'axe-core';
import type { AskwellConfig } from '../../src/config/config.js';
import { choose, clear, stage, still, type Stage } from './stage.js';

declare const axe: typeof import('axe-core');

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe finds against WCAG 2.2 A and AA, as `rule: element`. No rule of these looks at style sheets that it would have to fetch. */
export async function faults({ element, root }: Pick<Stage, 'element' | 'root'>): Promise<string[]> {
  await still({ root });
  const { violations } = await axe.run(element, { runOnly: WCAG, resultTypes: ['violations'], preload: false });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`),
  );
}

/**
 * Every state of these layouts in both themes and both directions. A file of tests takes two of them: a slow engine would not
 * be through with all four before the runner gives it up.
 */
export function describeAccessible(layouts: NonNullable<AskwellConfig['layout']>[]): void {
  describe(`ask-well is accessible, ${layouts.join(' and ')}`, function patient() {
    this.timeout(30_000);
    afterEach(clear);

    for (const layout of layouts) {
      for (const theme of ['light', 'dark'] as const) {
        for (const locale of ['en', 'ar']) {
          it(`in every state, ${layout}, ${theme}, ${locale === 'ar' ? 'right to left' : 'left to right'}`, async () => {
            const config: AskwellConfig = {
              layout,
              theme,
              locale,
              product: 'Acme',
              contact: true,
              reasons: ['Price', 'Support'],
              thanks: { link: { href: 'https://example.com/', text: 'What we do with answers' } },
            };
            const shown = await stage(config, { kept: async () => (tries++ ? 'durable' : 'memory') });
            let tries = 0;
            const { root } = shown;
            const button = (part: string): HTMLElement => root.querySelector<HTMLElement>(`button[part~=${part}]`)!;
            const go = async (control: HTMLElement): Promise<void> => {
              control.click();
              await shown.element.updateComplete;
            };
            assert.deepEqual(await faults(shown), [], 'question');
            await go(button('close'));
            assert.deepEqual(await faults(shown), [], 'closed');
            await go(button('undo'));
            await choose(shown, 3);
            await go(root.querySelector<HTMLElement>('[name=reason]')!);
            await go(root.querySelector<HTMLElement>('[name=contact]')!);
            assert.deepEqual(await faults(shown), [], 'everything');
            await go(button('send'));
            assert.notEqual(root.querySelector('[role=alert]')!.textContent, '');
            assert.deepEqual(await faults(shown), [], 'wrong e-mail');
            await go(root.querySelector<HTMLElement>('[name=contact]')!);
            await go(button('send'));
            assert.deepEqual(await faults(shown), [], 'unsent');
            await go(button('send'));
            assert.deepEqual(await faults(shown), [], 'thanks');
          });
        }
      }
    }
  });
}
