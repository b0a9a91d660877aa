export const longestAsk = 2000;
export const longestComment = 2000;
/** What the hints of these fields say. */
export const lengthHint = `Up to ${longestComment.toLocaleString('en-US')} characters.`;
/** Comments in one review, and answers to one comment: more than anybody reads. */
export const mostComments = 60;
export const mostAnswers = 50;

/** What is wrong with a text; null when nothing is. `most` is in characters. */
export function textProblem(text: string, most: number): string | null {
  if (text.length <= most) return null;
  const [mostWords, has] = [most, text.length].map((count) => count.toLocaleString('en-US'));
  return `Please keep this under ${mostWords} characters; it has ${has}.`;
}

/** As `textProblem`, for a text that may not be empty. */
export function saidProblem(text: string): string | null {
  return text === '' ? 'Write a few words first.' : textProblem(text, longestComment);
}
