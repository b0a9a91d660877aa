import { and, eq, inArray, isNotNull, like, ne, or, sql } from 'drizzle-orm';
import { cohort, meeting, meetingInvitation, meetingRoom, outgoingMail, person, team } from '#db/schema';
import type { Connection } from '~/platform/database.server';
import { readInvitationSlot } from './meeting-slots';

/** An invitation with its meeting as they are stored, in nobody's scope. */
export async function findInvitationToMail(
  db: Connection,
  { meetingId, personId }: { meetingId: string; personId: string },
) {
  const rows = await db
    .select({
      ...{ invitedAt: meetingInvitation.invitedAt, withdrawnAt: meetingInvitation.withdrawnAt },
      ...{ mailedSequence: meetingInvitation.mailedSequence, answer: meetingInvitation.answer },
      ...{ role: meetingInvitation.role, invitedBy: person.name },
      endedAt: meetingRoom.endedAt,
      meeting: {
        ...{ id: meeting.id, kind: meeting.kind, title: meeting.title, purpose: meeting.purpose },
        ...{ startsAt: meeting.startsAt, minutes: meeting.minutes, timeZone: meeting.timeZone },
        ...{ place: meeting.place, link: meeting.link, sequence: meeting.sequence },
        ...{ cancelledAt: meeting.cancelledAt, cancelledWhy: meeting.cancelledWhy },
        changedAt: meeting.changedAt,
        ofName: sql<string>`coalesce(${cohort.name}, ${team.name})`,
      },
    })
    .from(meetingInvitation)
    .innerJoin(meeting, eq(meeting.id, meetingInvitation.meetingId))
    .innerJoin(person, eq(person.id, meetingInvitation.invitedBy))
    .leftJoin(meetingRoom, eq(meetingRoom.meetingId, meeting.id))
    .leftJoin(cohort, eq(cohort.id, meeting.cohortId))
    .leftJoin(team, eq(team.id, meeting.teamId))
    .where(and(eq(meetingInvitation.meetingId, meetingId), eq(meetingInvitation.personId, personId)));
  return rows[0] ?? null;
}

/** The newest edition of a meeting that somebody was mailed; null where none was, or it is no longer known. */
export async function mailedEdition(
  db: Connection,
  { meetingId, personId }: { meetingId: string; personId: string },
): Promise<number | null> {
  const rows = await db
    .select({ slot: outgoingMail.slot })
    .from(outgoingMail)
    .where(
      and(
        ...[eq(outgoingMail.personId, personId), eq(outgoingMail.meetingId, meetingId)],
        ...[eq(outgoingMail.kind, 'invitation'), isNotNull(outgoingMail.sentAt)],
      ),
    );
  const editions = rows.flatMap(({ slot }) => {
    const read = readInvitationSlot(slot);
    return read?.kind === 'invitation' ? [read.sequence] : [];
  });
  return editions.length === 0 ? null : Math.max(...editions);
}

/** Whether a mail of this meeting's invitation has reached the person before, or may have. */
export async function hadInvitationMail(
  db: Connection,
  { id, meetingId, personId }: { id: string; meetingId: string; personId: string },
  since: number | null,
): Promise<boolean> {
  const went = or(isNotNull(outgoingMail.sentAt), inArray(outgoingMail.state, ['unsure', 'handing_over']));
  const rows = await db
    .select({ id: outgoingMail.id })
    .from(outgoingMail)
    .where(
      and(
        ...[eq(outgoingMail.personId, personId), eq(outgoingMail.meetingId, meetingId), went],
        ...[eq(outgoingMail.kind, 'invitation'), ne(outgoingMail.id, id)],
        like(outgoingMail.slot, since === null ? 'invitation/%' : `invitation/%/${since}`),
      ),
    )
    .limit(1);
  return rows.length > 0;
}
