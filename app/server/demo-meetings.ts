import type { Database } from '~/platform/database.server';
import { meetingSteps } from './demo-meetings/meeting-steps';
import { meetingStories } from './demo-meetings/meeting-stories';
import { openStage } from './demo-stage';

/**
 * Plays the demo's meetings, past and to come, through the commands that the pages use, each step at its own instant.
 * One transaction; throws where a command refuses.
 * @param now UTC milliseconds, the same that the network was made with
 */
export async function seedDemoMeetings(database: Database, { now }: { now: number }): Promise<void> {
  await database.inTransaction(async (tx) => {
    const stage = await openStage(database, tx, now);
    const steps = meetingStories.flatMap((story) => meetingSteps(story, now));
    for (const { at, play } of steps.toSorted((one, other) => one.at - other.at)) await play(stage, at);
  });
}
