import { Form } from 'react-router';
import type { WorkingStage } from '#db/vocabulary';
import { formatDay } from '~/lib/school-day';
import { Button } from '~/ui/button';
import type { Cycle, StageChange } from './cycle';
import { isReturn, stagePlace } from './cycle-stages';
import { stageWords } from './cycle-words';

/** A stage that is over reads as it was; the team can go back to it, and that is recorded. */
export function ReturnForm({
  cycle,
  stage,
  mayWrite,
}: {
  cycle: Cycle;
  stage: WorkingStage;
  mayWrite: boolean;
}) {
  if (!mayWrite || !isReturn(cycle.stage, stage)) return null;
  return (
    <details suppressHydrationWarning className="mt-6 rounded-md border border-line p-4 print:hidden">
      <summary className="inline-block min-h-6 font-semibold">
        Go back to {stageWords[stage].name} and change it
      </summary>
      <Form method="post" action={`/cycles/${cycle.id}/returns`} className="mt-3 space-y-3">
        <input type="hidden" name="version" value={cycle.version} />
        <input type="hidden" name="to" value={stage} />
        <label className="block">
          <span className="font-semibold">Why</span> <span className="text-faint">(optional)</span>
          <input name="reason" className="control mt-1" maxLength={1000} />
        </label>
        <p className="text-sm text-soft">
          What was written in later stages stays. The way back is recorded with your name.
        </p>
        <Button>Go back to {stageWords[stage].name}</Button>
      </Form>
    </details>
  );
}

/** True when the cycle has not come this far; the stage has nothing to show yet. */
export function isAhead(cycle: Cycle, stage: WorkingStage): boolean {
  if (cycle.stage === 'stopped') return false;
  return stagePlace(stage) > stagePlace(cycle.stage);
}

/** Ways back that were taken, in words. */
export function returnsOf(changes: StageChange[], dayOf: (instant: number) => string): string[] {
  return changes.flatMap((change) => {
    if (
      change.fromStage === null ||
      stagePlace(change.toStage) < 0 ||
      stagePlace(change.toStage) >= stagePlace(change.fromStage)
    )
      return [];
    const reason = change.reason === '' ? '' : `: ${change.reason}`;
    return [
      `${change.changedByName} went back to ${stageWords[change.toStage].name}, ${formatDay(dayOf(change.changedAt))}${reason}`,
    ];
  });
}
