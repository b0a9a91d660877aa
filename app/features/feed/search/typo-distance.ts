/** How many slips a word forgives: none below 4 letters, one from 4, two from 8. */
export function slipsAllowed(word: string): number {
  if (word.length >= 8) return 2;
  return word.length >= 4 ? 1 : 0;
}

/** Endings that a word may have beyond what was typed: `sentnce` finds `sentences`. */
const longestEnding = 3;

/**
 * The fewest slips (a letter missing, added or wrong, two neighbours exchanged) that lead from `typed` to the beginning
 * of `word`, or to all of it. Gives `most + 1` for anything above `most`.
 */
export function slipsBetween(typed: string, word: string, most: number): number {
  const beyond = most + 1;
  if (word.length < typed.length - most || word.length > typed.length + most + longestEnding) return beyond;
  let before: number[] = [];
  let above = Array.from({ length: word.length + 1 }, (_, column) => column);
  for (let row = 1; row <= typed.length; row += 1) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= word.length; column += 1) {
      const same = typed[row - 1] === word[column - 1];
      let slips = Math.min(
        (above[column] ?? beyond) + 1,
        (current[column - 1] ?? beyond) + 1,
        (above[column - 1] ?? beyond) + (same ? 0 : 1),
      );
      const exchanged =
        row > 1 && column > 1 && typed[row - 1] === word[column - 2] && typed[row - 2] === word[column - 1];
      if (exchanged) slips = Math.min(slips, (before[column - 2] ?? beyond) + 1);
      current.push(slips);
      if (slips < least) least = slips;
    }
    if (least > most) return beyond;
    [before, above] = [above, current];
  }
  return Math.min(beyond, ...above);
}

/** Whether somebody who typed one word may have meant another. */
export function isNear(typed: string, word: string): boolean {
  const most = slipsAllowed(typed);
  return most > 0 && slipsBetween(typed, word, most) <= most;
}
