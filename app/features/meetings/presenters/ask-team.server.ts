import { and, eq, sql } from 'drizzle-orm';
import { presentation } from '#db/schema';
import { recordActivity } from '~/features/activity/record-activity.server';
import type { Actor } from '~/features/people/actor';
import type { Connection } from '~/platform/database.server';
import type { Meeting } from '../meeting';
import { onAgenda } from './presentation-queries.server';

/**
 * Whether the team is to be told: it was not asked yet, has said no before, or was asked for what came off the agenda before it
 * answered. A yes stands: same meeting, same words, and the team could take it back meanwhile. Gives the presentation's id, or null.
 */
async function writeAsked(
  tx: Connection,
  actor: Actor,
  asked: { id: string; meetingId: string; teamId: string; cycleId: string },
  now: number,
): Promise<string | null> {
  const stamp = { askedBy: actor.personId, askedAt: now };
  const rows = await tx
    .select({
      ...{ id: presentation.id, version: presentation.version, agreedAt: presentation.agreedAt },
      ...{ declinedAt: presentation.declinedAt, isOnAgenda: sql`${onAgenda}`.mapWith(Boolean) },
    })
    .from(presentation)
    .where(and(eq(presentation.meetingId, asked.meetingId), eq(presentation.cycleId, asked.cycleId)));
  const before = rows[0];
  if (!before) {
    await tx.insert(presentation).values({ ...asked, ...stamp });
    return asked.id;
  }
  if (before.declinedAt === null && (before.isOnAgenda || before.agreedAt !== null)) return null;
  await tx
    .update(presentation)
    .set({ ...stamp, declinedBy: null, declinedAt: null, declinedWhy: '', version: before.version + 1 })
    .where(eq(presentation.id, before.id));
  return before.id;
}

/**
 * Asks a team, in the transaction that puts its cycle on the agenda and before it does so, to present it there. A team that was
 * asked for what still is on the agenda and has not said no is not asked again. `id` is that of the presentation, where there is none yet.
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
