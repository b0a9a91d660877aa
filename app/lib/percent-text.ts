/** A number's text without the percent sign at its end. Looks at the end alone: cells may be long. */
export function withoutPercent(text: string): string {
  const trimmed = text.trim();
  return trimmed.endsWith('%') ? trimmed.slice(0, -1).trimEnd() : trimmed;
}
