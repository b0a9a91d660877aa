/** Characters that turn the direction of what follows: they make a text read otherwise than it is stored. */
const turning = /[\u202a-\u202e\u2066-\u2069]/gu;
/** C0 and C1 controls without tab and line ends; nothing of them can be typed or seen. */
const unseen = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/gu;

/** Soft hyphen, word joiner and its kin, byte order mark, marks of annotations: a text reads the same without them. */
const needless = /[\u00ad\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffb]/gu;
/** A zero-width space, but where a script without spaces parts its words with it. */
const needlessSpace = /(?<![\p{sc=Khmr}\p{sc=Laoo}\p{sc=Mymr}\p{sc=Thai}])\u200b+/gu;
const ignorable = /\p{Default_Ignorable_Code_Point}/gu;
const seen = /[^\s\p{Default_Ignorable_Code_Point}]/u;

/**
 * A text without what nobody sees in it; tabs and line ends stay. Joiners and signs that a script or an emoji needs stay where
 * there is something to be seen.
 */
export function withoutUnseen(text: string): string {
  const kept = text.replace(turning, '').replace(unseen, '').replace(needless, '').replace(needlessSpace, '');
  return seen.test(kept) ? kept : kept.replace(ignorable, '');
}

/** A typed text of one line: nothing unseen, no overridden direction; tabs and line ends become a space. */
export function typedLine(text: string): string {
  return withoutUnseen(text).replace(/[\t\r\n\u2028\u2029]+/gu, ' ');
}

/** A typed text of several lines: as `typedLine`, with its line ends as `\n`. */
export function typedLines(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/gu, '\n')
    .split('\n')
    .map(typedLine)
    .join('\n');
}
