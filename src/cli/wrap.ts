/** Breaks between words; further lines stand below the first word. No line is wider than `columns`, where words allow. */
export function wrap(text: string, first: string, columns: number): string[] {
  const room = Math.max(30, columns - first.length);
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= room) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.map((line, k) => (k === 0 ? first : ' '.repeat(first.length)) + line);
}
