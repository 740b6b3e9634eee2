/**
 * Renders the templates of this folder, in the place of `lit/html.js`, which weighs 3 kB more, puts a mark on the host's `window`
 * and is not loaded at all where a page allows no policy called `lit-html`. It knows what they use of Lit and no more: one value for a whole attribute (`name=${}`, `.name=${}`,
 * `?name=${}`, `@name=${}`), templates, lists of templates, and text. Elements are made one by one and never from a string of
 * markup, so that no Trusted Types policy is needed, and a page that allows none can show the question too.
 */

import { quiet } from '../core/quiet.js';

export interface Template {
  strings: readonly string[];
  values: readonly unknown[];
}

/** What is written into the page between two comments, and what it shows now. */
interface Place {
  start: Comment;
  end: Comment;
  shown?: unknown;
  /** Where a template or a list stands: how each of its values is put in. */
  parts?: Part[];
}
type Part = (value: any) => void;

export const nothing = Symbol.for('lit-nothing');

export const html = (strings: TemplateStringsArray, ...values: unknown[]): Template => ({ strings, values });

/** Up to the next tag, and its name. */
const TEXT = /([^<]*)(?:<(\/?\w+))?/y;
/** One attribute, with the value when that is written there; or the end of the tag. */
const TAG = /\s*(?:([^\s=>]+)(?:="([^"]*)"|=)?|>)/y;

function attributePart(element: Element, name: string): Part {
  const bare = name.slice(1);
  let before: unknown = nothing;
  if (name[0] === '@') {
    element.addEventListener(
      bare,
      quiet((event) => (before as Part)(event)),
    );
    return (value) => (before = value);
  }
  return (value) => {
    if (value === before) return;
    before = value;
    if (name[0] === '.') (element as any)[bare] = value;
    else if (name[0] === '?') element.toggleAttribute(bare, !!value);
    else if (value === nothing) element.removeAttribute(name);
    else element.setAttribute(name, value ?? '');
  };
}

function makePlace(parent: Node, before: Node | null = null): Place {
  const [start, end] = [new Comment(), new Comment()];
  parent.insertBefore(start, before);
  parent.insertBefore(end, before);
  return { start, end };
}

function clear({ start, end }: Place): void {
  while (start.nextSibling !== end) start.nextSibling!.remove();
}

/** Builds the elements of a template under `root`, and says how its values get in. */
function build(strings: readonly string[], root: Node): Part[] {
  const parts: Part[] = [];
  let node = root;
  let inTag = false;
  strings.forEach((chunk, index) => {
    let name: string | undefined;
    for (let at = 0; at < chunk.length;) {
      const rule = inTag ? TAG : TEXT;
      rule.lastIndex = at;
      const [all, first, second] = rule.exec(chunk)!;
      at += all.length;
      name = undefined;
      if (!inTag) {
        if (first) node.appendChild(new Text(first));
        inTag = !!second;
        if (second?.[0] === '/') {
          // Nothing but the end of the tag can follow.
          inTag = false;
          at++;
          node = node.parentNode!;
        } else if (second) {
          const space = second === 'svg' ? 'http://www.w3.org/2000/svg' : (node as Element).namespaceURI;
          node = node.appendChild(document.createElementNS(space ?? 'http://www.w3.org/1999/xhtml', second));
        }
      } else if (first) {
        if (second === undefined && all.endsWith('=')) name = first;
        else (node as Element).setAttribute(first, second ?? '');
      } else {
        inTag = false;
        if ((node as Element).localName === 'input') node = node.parentNode!;
      }
    }
    if (index === strings.length - 1) return;
    if (name) parts.push(attributePart(node as Element, name));
    else {
      const place = makePlace(node);
      parts.push((value) => put(place, value));
    }
  });
  return parts;
}

/** Shows a value in its place: what can stay of what was there stays, with its state. */
function put(place: Place, value: any): void {
  const { end, shown } = place;
  const parent = end.parentNode!;
  const strings = value?.strings;
  if (strings) {
    if (shown !== strings) {
      clear(place);
      const root = document.createDocumentFragment();
      place.parts = build(strings, root);
      parent.insertBefore(root, end);
    }
    place.shown = strings;
    place.parts!.forEach((part, index) => part(value.values[index]));
  } else if (Array.isArray(value)) {
    if (!Array.isArray(shown) || shown.length !== value.length) {
      clear(place);
      place.parts = value.map(() => {
        const one = makePlace(parent, end);
        return (item) => put(one, item);
      });
    }
    place.shown = value;
    value.forEach((item, index) => place.parts![index]!(item));
  } else if (value !== shown) {
    clear(place);
    place.shown = value;
    if (value !== nothing && value !== undefined) parent.insertBefore(new Text(value), end);
  }
}

const places = new WeakMap<Node, Place>();

/** Shows a template in `root`, which nobody else writes into. */
export function render(value: unknown, root: Node): void {
  let place = places.get(root);
  if (!place) places.set(root, (place = makePlace(root)));
  put(place, value);
}
