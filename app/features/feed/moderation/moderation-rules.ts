export const longestReason = 1000;

/** What is wrong with the reason for a report or for hiding a post; null when nothing is. */
export function reasonProblem(reason: string): string | null {
  if (reason.trim() === '') return 'Say why, in a sentence.';
  return reason.length <= longestReason ? null : `Please keep this under 1,000 characters.`;
}
