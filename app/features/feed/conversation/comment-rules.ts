export const longestComment = 4000;
/** Answers to one comment; more belong into a comment of their own. */
export const mostReplies = 50;

/** What is wrong with a comment's text; null when nothing is. */
export function commentProblem(body: string): string | null {
  if (body.trim() === '') return 'Write a few words first.';
  if (body.length <= longestComment) return null;
  const [most, has] = [longestComment, body.length].map((count) => count.toLocaleString('en-US'));
  return `Please keep this under ${most} characters; it has ${has}.`;
}
