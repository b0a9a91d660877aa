import { and, eq } from 'drizzle-orm';
import { presentation } from '#db/schema';
import { recordActivity } from '~/features/activity/record-activity.server';
import type { Actor } from '~/features/people/actor';
import type { Connection } from '~/platform/database.server';
import type { Meeting } from '../meeting';

/** Whether the team is to be told: it was not asked yet, or has said no before. Gives the presentation's id, or null. */
async function writeAsked(
  tx: Connection,
  actor: Actor,
  asked: { id: string; meetingId: string; teamId: string; cycleId: string },
  now: number,
): Promise<string | null> {
  const stamp = { askedBy: actor.personId, askedAt: now };
  const rows = await tx
    .select({ id: presentation.id, declinedAt: presentation.declinedAt, version: presentation.version })
    .from(presentation)
    .where(and(eq(presentation.meetingId, asked.meetingId), eq(presentation.cycleId, asked.cycleId)));
  const before = rows[0];
  if (!before) {
    await tx.insert(presentation).values({ ...asked, ...stamp });
    return asked.id;
  }
  if (before.declinedAt === null) return null;
  await tx
    .update(presentation)
    .set({ ...stamp, declinedBy: null, declinedAt: null, declinedWhy: '', version: before.version + 1 })
    .where(eq(presentation.id, before.id));
  return before.id;
}

/**
 * Asks a team, in the transaction that puts its cycle on the agenda, to present it there. A team that was asked already and has
 * not said no is not asked again. `id` is that of the presentation, where there is none yet.
 */
export async function askTeam(
  tx: Connection,
  actor: Actor,
  asked: { id: string; meeting: Pick<Meeting, 'id' | 'title'>; teamId: string; cycleId: string },
  now: number,
): Promise<void> {
  const { id, meeting, teamId, cycleId } = asked;
  const meetingId = meeting.id;
  const askedId = await writeAsked(tx, actor, { id, meetingId, teamId, cycleId }, now);
  if (askedId === null) return;
  await recordActivity(
    tx,
    {
      ...{ kind: 'presentation_asked', actorId: actor.personId, teamId, cycleId, meetingId },
      ...{ aboutId: askedId, detail: meeting.title },
    },
    now,
  );
}
