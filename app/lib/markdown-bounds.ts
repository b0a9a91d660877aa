/** Quotes in quotes, or strong in emphasis in strong: what lies deeper is text. */
export const deepest = 4;

/** The parser's time grows with the square of these; within them it stays below 100 ms on a slow machine. */
const longest = 20_000;
const mostMarks = 2_000;
const mostLines = 1_500;
const marks = new Set('*_[]<>`&\\!|~');

/** Whether a text can be parsed fast: not too long, and not made of marks. */
export function isBounded(source: string): boolean {
  if (source.length > longest) return false;
  let markCount = 0;
  let lineCount = 1;
  for (const character of source) {
    if (marks.has(character)) markCount += 1;
    if (character === '\n' || character === '\r') lineCount += 1;
  }
  return markCount <= mostMarks && lineCount <= mostLines;
}

/** A text's paragraphs as typed: what empty lines keep apart. */
export function plainParagraphs(source: string): string[] {
  const paragraphs: string[][] = [[]];
  for (const line of source.split(/\r\n|\r|\n/)) {
    if (line.trim() !== '') paragraphs.at(-1)?.push(line);
    else if (paragraphs.at(-1)?.length) paragraphs.push([]);
  }
  return paragraphs.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'));
}

/** A quote or list mark at the place the last one ended. The second part is the character that an escape goes before. */
const containerMark = /[ \t]*(?:>|[-+*](?=[ \t]|$)|(\d{1,9})[.)](?=[ \t]|$))/y;

/** The same text with the quote and list marks of a line beyond the deepest escaped, so that they read as typed. */
export function boundNesting(source: string): string {
  return source
    .split(/(\r\n|\r|\n)/)
    .map(boundLine)
    .join('');
}

function boundLine(line: string): string {
  containerMark.lastIndex = 0;
  for (let level = 0; level < deepest; level += 1) {
    if (!containerMark.test(line)) return line;
  }
  const end = containerMark.lastIndex;
  const next = containerMark.exec(line);
  if (!next) return line;
  const mark = end + next[0].length - 1;
  return `${line.slice(0, mark)}\\${line.slice(mark)}`;
}
