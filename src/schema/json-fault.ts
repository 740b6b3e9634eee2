/** Where a text stops being JSON, counted from 1; browsers do not agree on how to say it. Undefined for what is JSON. */
export function jsonFault(text: string): { line: number; column: number } | undefined {
  const token =
    /[ \t\r\n]*("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|[[\]{},:])/y;
  const open: string[] = [];
  // What may come next: a value, a key, `:`, or what follows a value.
  let state: 'value' | 'first' | 'key' | 'firstKey' | 'colon' | 'after' = 'value';
  let at = 0;

  const place = () => {
    const start = at + /^[ \t\r\n]*/.exec(text.slice(at))![0].length;
    const before = text.slice(0, start).split('\n');
    return { line: before.length, column: before.at(-1)!.length + 1 };
  };

  for (;;) {
    token.lastIndex = at;
    const found = token.exec(text)?.[1];
    if (found === undefined)
      return !open.length && state === 'after' && /^[ \t\r\n]*$/.test(text.slice(at)) ? undefined : place();
    const value = !/^[[\]{},:]$/.test(found);
    const mayValue = state === 'value' || state === 'first';
    if (found === '{' && mayValue) [state] = ['firstKey', open.push('}')];
    else if (found === '[' && mayValue) [state] = ['first', open.push(']')];
    else if (value && mayValue) state = 'after';
    else if (found[0] === '"' && /key/i.test(state)) state = 'colon';
    else if (found === ':' && state === 'colon') state = 'value';
    else if (found === ',' && state === 'after' && open.length) state = open.at(-1) === '}' ? 'key' : 'value';
    else if (
      found === open.at(-1) &&
      (state === 'after' || (found === ']' ? state === 'first' : state === 'firstKey'))
    ) {
      open.pop();
      state = 'after';
    } else return place();
    at = token.lastIndex;
  }
}
