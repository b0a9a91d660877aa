import type { CycleStage } from '../vocabulary';
import { dayAfter } from './demo-calendar';
import type { CycleStory, RampStory, TeamStory } from './stories/team-story';

/** A story's cycle with its place in time. */
export type PlacedCycle = {
  story: CycleStory;
  ramp: RampStory;
  number: number;
  isLastOfRamp: boolean;
  plannedStart: string;
  plannedEnd: string;
  stage: CycleStage;
};

type Place = {
  /** The Monday of the team's newest week. */
  lastMonday: string;
  /** The team works on today; otherwise its year is over. */
  running: boolean;
  /** Turns the stages of open cycles from team to team. */
  turn: number;
};

const openStages: readonly CycleStage[] = [
  'study',
  'do',
  'plan',
  'act',
  'do',
  'complete',
  'do',
  'stopped',
  'study',
  'complete',
];
/** Weeks from the newest one to the planned end of an open cycle, negative before it. */
const endsAfter: Record<CycleStage, number> = {
  plan: 3,
  do: 1,
  study: -1,
  act: -1,
  complete: -1,
  stopped: -1,
};

const lastDecision = (ramp: RampStory) => ramp.cycles.at(-1)?.decision;

function stageOfLast(ramp: RampStory, { running, turn }: Place, isLastRamp: boolean): CycleStage {
  const waits = lastDecision(ramp) === 'adapt';
  if (!running) return waits ? 'stopped' : 'complete';
  const stage = openStages[turn % openStages.length] ?? 'do';
  if (waits) return stage === 'complete' ? 'do' : stage;
  return isLastRamp && stage !== 'stopped' ? stage : 'complete';
}

/** Ramps one after the other; those that wait for an answer come last and are open today. */
export function placeCycles(team: TeamStory, place: Place): PlacedCycle[] {
  const ramps = team.ramps.toSorted(
    (one, other) => Number(lastDecision(one) === 'adapt') - Number(lastDecision(other) === 'adapt'),
  );
  const total = ramps.reduce((sum, ramp) => sum + ramp.cycles.length, 0);
  const weeks = total > 6 ? 2 : 3;
  let end = 0;
  const placed: PlacedCycle[] = [];
  for (const [rampIndex, ramp] of ramps.toReversed().entries()) {
    for (const [fromLast, story] of ramp.cycles.toReversed().entries()) {
      const isLastOfRamp = fromLast === 0;
      const stage = isLastOfRamp
        ? stageOfLast(ramp, { ...place, turn: place.turn + rampIndex }, rampIndex === 0)
        : 'complete';
      const last = isLastOfRamp && rampIndex === 0 ? endsAfter[stage] : end;
      const plannedEnd = dayAfter(place.lastMonday, 7 * last + 4);
      const plannedStart = dayAfter(plannedEnd, -7 * weeks + 3);
      placed.push({
        story,
        ramp,
        number: ramp.cycles.length - fromLast,
        isLastOfRamp,
        plannedStart,
        plannedEnd,
        stage,
      });
      end = last - weeks;
    }
  }
  return placed.toReversed();
}
