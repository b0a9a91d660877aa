/** What `parseMarkdown` still reads as markdown. */
export const longestMinutes = 20_000;
