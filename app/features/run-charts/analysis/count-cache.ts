const MOST_ENTRIES = 2048;

/**
 * The same function of a number of points, with its answers kept. Answers depend on the count alone, so
 * callers cannot tell a kept answer from a fresh one. At most 2,048 answers are kept.
 */
export function cachedByCount<Answer>(compute: (count: number) => Answer): (count: number) => Answer {
  const answers = new Map<number, { answer: Answer }>();
  return (count) => {
    const kept = answers.get(count);
    if (kept) return kept.answer;
    const answer = compute(count);
    if (answers.size < MOST_ENTRIES) answers.set(count, { answer });
    return answer;
  };
}
