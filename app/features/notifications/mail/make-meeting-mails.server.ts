import { and, asc, eq, gt, inArray, isNotNull, isNull, lt, or, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { meeting, meetingInvitation, meetingMinutes, outgoingMail } from '#db/schema';
import type { Connection, Database } from '~/platform/database.server';
import { invitationSlot, minutesSlot, withdrawalSlot } from './meeting-slots';

/** Mails made in one transaction. */
const mailsAtOnce = 500;
/** What was sent longer ago is no news: a restored backup mails nobody again. */
const minutesForMs = 3 * 86_400_000;

const stands = isNull(meetingInvitation.withdrawnAt);

/** Those whose calendar does not know the meeting as it is, while it is still to come. */
const isOwed = (now: number) =>
  and(
    isNotNull(meeting.announcedAt),
    sql`${meeting.startsAt} + ${meeting.minutes} * 60000 > ${now}`,
    or(
      and(stands, isNull(meeting.cancelledAt), isNull(meetingInvitation.mailedSequence)),
      and(stands, lt(meetingInvitation.mailedSequence, meeting.sequence)),
      and(isNotNull(meetingInvitation.withdrawnAt), isNotNull(meetingInvitation.mailedSequence)),
    ),
  );

function owedRows(db: Connection, now: number) {
  return db
    .select({
      ...{ id: meetingInvitation.id, meetingId: meeting.id, personId: meetingInvitation.personId },
      ...{ sequence: meeting.sequence, invitedAt: meetingInvitation.invitedAt },
      withdrawnAt: meetingInvitation.withdrawnAt,
    })
    .from(meetingInvitation)
    .innerJoin(meeting, eq(meeting.id, meetingInvitation.meetingId))
    .where(isOwed(now))
    .orderBy(asc(meetingInvitation.invitedAt), asc(meetingInvitation.id))
    .limit(mailsAtOnce);
}

type Mail = { meetingId: string; personId: string; slot: string };

async function writeMails(tx: Connection, kind: 'invitation' | 'minutes', mails: Mail[], now: number) {
  const rows = mails.map((mail) => ({ ...mail, id: uuidv7(), kind, nextTryAt: now, madeAt: now }));
  const made = await tx
    .insert(outgoingMail)
    .values(rows)
    .onConflictDoNothing()
    .returning({ id: outgoingMail.id });
  return made.length;
}

/** Makes up to `mailsAtOnce` of them; how many rows it looked at and how many mails it made. */
async function makeInvitations(tx: Connection, now: number): Promise<{ owed: number; made: number }> {
  const owed = await owedRows(tx, now);
  if (owed.length === 0) return { owed: 0, made: 0 };
  const mails = owed.map((row) => ({
    ...{ meetingId: row.meetingId, personId: row.personId },
    slot: row.withdrawnAt === null ? invitationSlot(row, row) : withdrawalSlot(row, row.withdrawnAt),
  }));
  const made = await writeMails(tx, 'invitation', mails, now);
  const sequence = sql`(select m.sequence from ${meeting} m where m.id = meeting_id)`;
  await tx
    .update(meetingInvitation)
    .set({ mailedSequence: sql`case when withdrawn_at is null then ${sequence} else null end` })
    .where(
      inArray(
        meetingInvitation.id,
        owed.map(({ id }) => id),
      ),
    );
  return { owed: owed.length, made };
}

/** Editions of minutes that were sent within the last days and that somebody invited has not been mailed. */
async function makeMinutes(tx: Connection, now: number): Promise<{ owed: number; made: number }> {
  const slot = sql`'minutes/' || ${meetingMinutes.meetingId} || '/' || ${meetingInvitation.personId} || '/' || ${meetingMinutes.edition}`;
  const owed = await tx
    .select({
      ...{ meetingId: meetingMinutes.meetingId, personId: meetingInvitation.personId },
      edition: meetingMinutes.edition,
    })
    .from(meetingMinutes)
    .innerJoin(meetingInvitation, eq(meetingInvitation.meetingId, meetingMinutes.meetingId))
    .where(
      and(
        ...[isNotNull(meetingMinutes.sentBody), gt(meetingMinutes.sentAt, now - minutesForMs), stands],
        sql`not exists (select 1 from ${outgoingMail} o where o.slot = ${slot})`,
      ),
    )
    .limit(mailsAtOnce);
  if (owed.length === 0) return { owed: 0, made: 0 };
  const mails = owed.map(({ edition, ...of }) => ({ ...of, slot: minutesSlot(of, edition) }));
  return { owed: owed.length, made: await writeMails(tx, 'minutes', mails, now) };
}

async function isAnythingOwed(db: Connection, now: number): Promise<boolean> {
  if ((await owedRows(db, now)).length > 0) return true;
  const [sent] = await db
    .select({ id: meetingMinutes.meetingId })
    .from(meetingMinutes)
    .where(gt(meetingMinutes.sentAt, now - minutesForMs))
    .limit(1);
  return sent !== undefined;
}

/**
 * Makes the mails that meetings owe: one for each edition of a meeting and each person invited, one where an invitation was
 * taken back, one for each edition of minutes. Who wants no digests gets them too. Whoever runs this, and however often,
 * each is made once.
 * @returns how many were made
 */
export async function makeMeetingMails(database: Database, { now }: { now: number }): Promise<number> {
  if (!(await isAnythingOwed(database.reader, now))) return 0;
  let made = 0;
  for (const make of [makeInvitations, makeMinutes])
    for (let owed = mailsAtOnce; owed === mailsAtOnce;) {
      const round = await database.inTransaction((tx) => make(tx, now));
      made += round.made;
      owed = round.owed;
    }
  return made;
}
