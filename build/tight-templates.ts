import { parseSync, type Plugin } from 'vite';

/** Style sheet text: no comments, no white space that separates nothing. Strings stay as they are. */
const css = (text: string): string =>
  text
    .replaceAll(/\/\*[^]*?\*\//g, '')
    .split(/("[^"]*"|'[^']*')/)
    .map((part, index) => (index % 2 ? part : part.replaceAll(/\s+/g, ' ').replaceAll(/ ?([{};,]) ?|(:) /g, '$1$2')))
    .join('')
    .replaceAll(';}', '}');

/** Markup: any run of white space is one space, which renders the same everywhere but in `<pre>` and `<textarea>`. */
const html = (text: string): string => text.replaceAll(/\s+/g, ' ');

const TIGHT: Record<string, (text: string) => string> = { css, html, svg: html };

interface Node {
  type: string;
  tag?: { name?: string };
  quasi?: { quasis: { start: number; end: number; value: { raw: string } }[] };
}

/** Every node under `node`, itself included. */
function* nodes(node: unknown): Generator<Node> {
  if (typeof node !== 'object' || node === null) return;
  if ('type' in node) yield node as Node;
  for (const child of Object.values(node)) yield* nodes(child);
}

/** The same JavaScript without needless white space in Lit's `css`, `html` and `svg` templates. */
export function tightened(code: string): string {
  const texts = [...nodes(parseSync('templates.js', code).program)].flatMap(({ tag, quasi }) => {
    const tight = TIGHT[tag?.name ?? ''];
    return tight && quasi ? quasi.quasis.map(({ start, end, value }) => ({ start, end, text: tight(value.raw) })) : [];
  });
  let result = code;
  for (const { start, end, text } of texts.sort((a, b) => b.start - a.start)) {
    result = result.slice(0, start) + text + result.slice(end);
  }
  return result;
}

/** A minifier must leave strings alone; this one knows what is in these. */
export const tightTemplates: Plugin = {
  name: 'askwell:tight-templates',
  enforce: 'post',
  applyToEnvironment: ({ name }) => name !== 'client',
  transform: (code, id) => (/\/src\/.*\.ts$/.test(id) ? { code: tightened(code), map: null } : undefined),
};
