export type WordsPart = { text: string; isMarked: boolean };

/** A text in parts, those of them marked that somebody is asked about. Together the parts are the text. */
export function markedParts(text: string, excerpts: readonly string[]): WordsPart[] {
  const parts: WordsPart[] = [];
  let rest = text;
  while (rest !== '') {
    const next = excerpts
      .filter((excerpt) => excerpt !== '' && rest.includes(excerpt))
      .map((excerpt) => ({ excerpt, at: rest.indexOf(excerpt) }))
      .toSorted((a, b) => a.at - b.at || b.excerpt.length - a.excerpt.length)[0];
    if (!next) break;
    if (next.at > 0) parts.push({ text: rest.slice(0, next.at), isMarked: false });
    parts.push({ text: next.excerpt, isMarked: true });
    rest = rest.slice(next.at + next.excerpt.length);
  }
  return rest === '' ? parts : [...parts, { text: rest, isMarked: false }];
}
