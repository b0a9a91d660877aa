/** How many slips a word forgives: none below 4 letters, one from 4, two from 8. */
export function slipsAllowed(word: string): number {
  if (word.length >= 8) return 2;
  return word.length >= 4 ? 1 : 0;
}

/** Endings that a word may have beyond what was typed: `sentnce` finds `sentences`. */
const longestEnding = 3;

/** Whether a word is neither too short nor too long to be meant. */
export function hasNearLength(typed: string, length: number, slips: number): boolean {
  return length >= typed.length - slips && length <= typed.length + slips + longestEnding;
}

/** Rows of the table of slips, used again and again: a search compares thousands of words. */
const longest = 64;
let twoAbove = new Uint8Array(longest + 2);
let above = new Uint8Array(longest + 2);
let current = new Uint8Array(longest + 2);

/**
 * The fewest slips (a letter missing, added or wrong, two neighbours exchanged) that lead from `typed` to the beginning
 * of `word`, or to all of it. Gives `most + 1` for anything above `most`, and for words of more than 64 letters.
 */
export function slipsBetween(typed: string, word: string, most: number): number {
  const beyond = most + 1;
  if (!hasNearLength(typed, word.length, most)) return beyond;
  if (typed.length > longest || word.length > longest) return beyond;
  // Off the diagonal by more than `most`, there are more than `most` slips: only a band of the table is worked out.
  for (let column = 0; column <= word.length; column += 1) above[column] = Math.min(column, beyond);
  for (let row = 1; row <= typed.length; row += 1) {
    const first = Math.max(1, row - most);
    const last = Math.min(word.length, row + most);
    const letter = typed.charCodeAt(row - 1);
    current[first - 1] = first === 1 ? Math.min(row, beyond) : beyond;
    let least = first === 1 ? row : beyond;
    for (let column = first; column <= last; column += 1) {
      const other = word.charCodeAt(column - 1);
      let slips = (above[column - 1] ?? 0) + (letter === other ? 0 : 1);
      slips = Math.min(slips, (above[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, beyond);
      const isExchanged =
        row > 1 &&
        column > 1 &&
        letter === word.charCodeAt(column - 2) &&
        typed.charCodeAt(row - 2) === other;
      if (isExchanged) slips = Math.min(slips, (twoAbove[column - 2] ?? 0) + 1);
      current[column] = slips;
      if (slips < least) least = slips;
    }
    if (last < word.length) current[last + 1] = beyond;
    if (least > most) return beyond;
    [twoAbove, above, current] = [above, current, twoAbove];
  }
  let fewest = beyond;
  for (
    let column = Math.max(0, typed.length - most);
    column <= word.length && column <= typed.length + most;
    column += 1
  )
    fewest = Math.min(fewest, above[column] ?? beyond);
  return fewest;
}

/** Whether somebody who typed one word may have meant another. */
export function isNear(typed: string, word: string): boolean {
  const most = slipsAllowed(typed);
  return most > 0 && slipsBetween(typed, word, most) <= most;
}
