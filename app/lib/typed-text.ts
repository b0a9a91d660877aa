/** Characters that turn the direction of what follows: they make a text read otherwise than it is stored. */
const turning = /[\u202a-\u202e\u2066-\u2069]/gu;
/** C0 and C1 controls without tab and line ends; nothing of them can be typed or seen. */
const unseen = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/gu;

/** A typed text of one line: no control characters, no overridden direction; tabs and line ends become a space. */
export function typedLine(text: string): string {
  return text
    .replace(turning, '')
    .replace(unseen, '')
    .replace(/[\t\r\n\u2028\u2029]+/gu, ' ');
}

/** A typed text of several lines: as `typedLine`, with its line ends as `\n`. */
export function typedLines(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/gu, '\n')
    .split('\n')
    .map(typedLine)
    .join('\n');
}
