import type { Screen } from './screens';

/** The widest difference of clocks that show the same step, and how long they showed different ones, in milliseconds. */
export class ClockSpread {
  widest = 0;
  longestOutOfStep = 0;
  private outOfStepSince: number | null = null;

  constructor(private readonly screens: readonly Screen[]) {}

  compare(): void {
    const at = Date.now();
    const shown = this.screens.flatMap(({ clock }) =>
      clock ? [`${clock.state} ${clock.stepId} ${clock.allowed}`] : [],
    );
    if (new Set(shown).size > 1) this.outOfStepSince ??= at;
    else this.outOfStepSince = null;
    if (this.outOfStepSince !== null)
      this.longestOutOfStep = Math.max(this.longestOutOfStep, at - this.outOfStepSince);
    const first = this.screens[0]?.clock;
    const alike = this.screens.filter(
      ({ clock }) =>
        clock?.stepId === first?.stepId && clock?.state === first?.state && clock?.allowed === first?.allowed,
    );
    const left = alike.flatMap((screen) => screen.left(at) ?? []);
    if (left.length > 1) this.widest = Math.max(this.widest, Math.max(...left) - Math.min(...left));
  }
}
