const windowMs = 15 * 60 * 1000;
const mostKnown = 10_000;

/** Counts failures by key within a quarter of an hour, in this process. */
export class FailureCount {
  private readonly failures = new Map<string, { count: number; until: number }>();

  constructor(private readonly most: number) {}

  /** True when this key has failed so often that another try waits. */
  isSpent(key: string, now: number): boolean {
    const known = this.failures.get(key);
    return known !== undefined && known.until > now && known.count >= this.most;
  }

  failed(key: string, now: number): void {
    const known = this.failures.get(key);
    if (this.failures.size > mostKnown) this.failures.clear();
    this.failures.set(
      key,
      known && known.until > now ? { ...known, count: known.count + 1 } : { count: 1, until: now + windowMs },
    );
  }

  succeeded(key: string): void {
    this.failures.delete(key);
  }
}
