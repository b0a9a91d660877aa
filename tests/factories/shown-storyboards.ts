import { v7 as uuidv7 } from 'uuid';
import * as schema from '#db/schema';
import type { ReleasedChart } from '~/features/feed/charts/released-chart';
import type { ShownStoryboard } from '~/features/meetings/presenters/presentation';
import { addDays, mondayOf } from '~/lib/school-day';
import type { Connection } from '~/platform/database.server';
import type { SmallNetwork, TeamRecords } from './small-network';

/** A chart as the disclosure module would release it: a year of weeks, with a signal at its end. */
export function releasedChart(today: string, name = 'Complete paragraphs, all students'): ReleasedChart {
  const percents = [48, 52, 44, 50, 55, 47, 50, 52, 49, 51, 60, 64, 62, 66, 61, 68, 70, 67, 72, 71];
  const first = addDays(mondayOf(today), -7 * percents.length);
  return {
    ...{ name, unit: '%', direction: 'increase', pace: { step: 7, tolerance: 11 }, goal: 75 },
    ...{ frozenThrough: null, phaseStarts: [], leftOut: [], rules: 'anhoj' },
    cycle: { from: addDays(first, 70), to: addDays(first, 130) },
    points: percents.map((y, week) => ({
      ...{ date: addDays(first, 7 * week), y, show: `${y}%`, isCoded: false },
    })),
  };
}

/** A storyboard as a team agreed to show it. */
export function storyboard(part: Partial<ShownStoryboard> = {}): ShownStoryboard {
  return {
    ...{ signedAs: 'School one · Own team', changeIdea: 'Sentence frames before writing', cycleNumber: 2 },
    ...{ objective: 'Offer three frames before each paragraph.', scale: 'one class' },
    questions: [
      {
        question: 'Will more students write a complete paragraph when they get frames first?',
        ...{ prediction: 'At least 65%', because: 'frames take away the blank page' },
        ...{ result: 'Most did, from the third week on.', verdict: 'partly' },
      },
    ],
    carriedOut: 'Yes. Two lessons were lost to a fire drill.',
    learned: 'Students who know the topic skip the frame. Next time let them choose.',
    decision: { word: 'adapt', why: 'Frames as an offer, not as a rule.' },
    ...{ chart: null, shape: '', hiddenWhy: '' },
    ...part,
  };
}

/** A cycle asked for, and agreed to where `shown` is given. Gives the presentation's id. */
export async function addPresentation(
  tx: Connection,
  network: SmallNetwork,
  {
    meetingId,
    team,
    cycleId,
    shown,
  }: { meetingId: string; team: TeamRecords; cycleId?: string; shown?: ShownStoryboard },
): Promise<string> {
  const id = uuidv7();
  const agreed = { agreedBy: network.people.member.id, agreedAt: Date.now(), version: 2 };
  await tx.insert(schema.presentation).values({
    ...{ id, meetingId, teamId: team.teamId, cycleId: cycleId ?? team.cycles.complete },
    ...{ askedBy: network.people.facilitator.id, askedAt: Date.now() - 1000 },
    ...(shown === undefined ? {} : { shown: JSON.stringify(shown), ...agreed }),
  });
  return id;
}
