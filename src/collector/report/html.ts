import { html, raw } from 'hono/html';

/** Markup whose values were escaped. */
export type Html = ReturnType<typeof html>;

export { html, raw };

/** Nothing, where markup is wanted. */
export const nothing = '';

const whole = new Intl.NumberFormat('en');

/** A count as people read it: `1,204`. */
export const count = (n: number): string => whole.format(n);

/** `12 answers`, `1 answer`. */
export const answers = (n: number): string => `${count(n)} ${n === 1 ? 'answer' : 'answers'}`;

export const percent = (share: number): string => `${Math.round(100 * share)} %`;

/** A minus sign instead of a hyphen, where a number stands alone. */
export const points = (text: string): string => text.replace('-', '−');

export const day = (at: Date): string => at.toISOString().slice(0, 10);

/** Something that is shown as a chart, with the same as a table under it. */
export function figure(caption: string, charts: Html[], table: Html): Html {
  return html`<figure>
<figcaption>${caption}</figcaption>
${charts}
<details><summary>As a table</summary>${scroll(caption, table)}</details>
</figure>`;
}

/** A table that may be wider than a phone: it scrolls by itself, by keyboard too. */
export function scroll(label: string, content: Html): Html {
  return html`<div class="scroll" role="region" aria-label="${label}" tabindex="0">${content}</div>`;
}

/** @param rows first cell of each is its head. */
export function table(head: readonly string[], rows: readonly (readonly (string | Html)[])[]): Html {
  return html`<table>
<thead><tr>${head.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${rows.map(([first, ...rest]) => html`<tr><th scope="row">${first}</th>${rest.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody>
</table>`;
}
