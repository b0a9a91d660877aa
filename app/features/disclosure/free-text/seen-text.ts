/**
 * What nobody sees: joiners, soft hyphens, zero-width and direction signs, fillers, marks of annotations, and control characters but
 * for tabs and line ends.
 */
const unseen =
  /[\p{Default_Ignorable_Code_Point}\ufff9-\ufffb\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]+/gu;

/** A text as it is read. */
export const seenOf = (text: string): string => text.replace(unseen, '');

export type SeenText = {
  text: string;
  /** Where a stretch of it stands in the text as it is stored, in UTF-16 offsets. */
  placeOf: (stretch: { from: number; to: number }) => { from: number; to: number };
};

/** A text as it is read, and where its parts stand in the stored one. Linear in its length. */
export function readSeen(stored: string): SeenText {
  const text = seenOf(stored);
  if (text === stored) return { text, placeOf: ({ from, to }) => ({ from, to }) };
  const offsets = new Uint32Array(text.length);
  let at = 0;
  let after = 0;
  const keepUntil = (end: number) => {
    for (let place = after; place < end; place += 1, at += 1) offsets[at] = place;
  };
  for (const { index, 0: gap } of stored.matchAll(unseen)) {
    keepUntil(index);
    after = index + gap.length;
  }
  keepUntil(stored.length);
  const placeOf = ({ from, to }: { from: number; to: number }) => ({
    from: offsets[from] ?? stored.length,
    to: (offsets[to - 1] ?? stored.length - 1) + 1,
  });
  return { text, placeOf };
}
