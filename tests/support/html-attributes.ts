/** Text of a page as it was written, without its escapes. */
export const plainText = (text: string) =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

/** An attribute of a tag; null when it has none of that name. */
export function attributeOf(tag: string, name: string): string | null {
  const match = new RegExp(` ${name}="([^"]*)"`).exec(tag);
  return match ? plainText(match[1] ?? '') : null;
}
