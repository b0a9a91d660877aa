/** `p50 12 · p95 40 · most 77`, in milliseconds. */
export function latencyWords(values: readonly number[]): string {
  if (values.length === 0) return 'none';
  const words = [0.5, 0.95, 1].map((share) => percentile(values, share).toFixed(0));
  return `p50 ${words[0]} · p95 ${words[1]} · most ${words[2]} ms (${values.length})`;
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}
