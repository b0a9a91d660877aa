/** A text in at most `most` characters, cut between words where that leaves half of it, with an ellipsis. Never half a character. */
export function cutText(text: string, most: number): string {
  const characters = [...text];
  if (characters.length <= most) return text;
  const cut = characters.slice(0, most - 1).join('');
  const space = cut.lastIndexOf(' ');
  return `${(space > cut.length / 2 ? cut.slice(0, space) : cut).replace(/[\s,;:·“(]+$/u, '')}…`;
}
