import { counted, formatNumber } from '~/lib/number-format';

/** From a request to the first words that came back, both UTC milliseconds. */
export type FeedbackSpan = { beganAt: number; feedbackAt: number };

const hourMs = 3_600_000;

/** The middle time from request to first feedback in milliseconds; null where there was none. */
export function medianFeedback(spans: readonly FeedbackSpan[]): number | null {
  const times = spans
    .map(({ beganAt, feedbackAt }) => Math.max(0, feedbackAt - beganAt))
    .toSorted((a, b) => a - b);
  const middle = Math.floor(times.length / 2);
  const upper = times[middle];
  if (upper === undefined) return null;
  return times.length % 2 === 1 ? upper : ((times[middle - 1] ?? upper) + upper) / 2;
}

/** `less than an hour`, `5 hours`, `2.5 days`: hours up to two days, then days. */
export function feedbackTimeWords(ms: number): string {
  if (ms < hourMs) return 'less than an hour';
  const hours = Math.round(ms / hourMs);
  if (hours < 48) return counted(hours, 'hour');
  const days = Number(formatNumber(ms / (24 * hourMs)));
  return `${days} ${days === 1 ? 'day' : 'days'}`;
}
