import { eq } from 'drizzle-orm';
import { person } from '#db/schema';
import type { InvitationAnswer } from '#db/vocabulary';
import { answerInvitation } from '~/features/meetings/invitations/answer-invitation.server';
import type { Meeting } from '~/features/meetings/meeting';
import { findMeeting } from '~/features/meetings/meeting-queries.server';
import { findNetwork, loadActor } from '~/features/people/actor-queries.server';
import type { Actor, Network } from '~/features/people/actor';
import { notFound } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import { schoolDayAt } from '~/lib/school-day';
import type { Connection, Database } from '~/platform/database.server';
import type { Seals } from '~/platform/seals.server';
import { answerPurpose, readAnswerSecret, sealedInvitation } from './answer-link';
import { preferencesOf } from './mail-preferences.server';

export type LinkedInvitation = {
  actor: Actor;
  network: Network;
  meeting: Meeting & { mine: NonNullable<Meeting['mine']> };
  /** The person's own time zone. */
  ownZone: string;
};

/**
 * The invitation a link in a mail is about, as its person may see it now; null for a link that this installation did not
 * make, for an invitation that was taken back, and for somebody who is no longer of the meeting's cohort or team.
 */
export async function findLinkedInvitation(
  db: Connection,
  secret: string,
  seals: Seals,
  now: number,
): Promise<LinkedInvitation | null> {
  const parts = readAnswerSecret(secret);
  if (!parts || !seals.holds(answerPurpose, sealedInvitation(parts), parts.seal)) return null;
  const network = await findNetwork(db);
  const [who] = await db
    .select({ id: person.id, name: person.name, email: person.email })
    .from(person)
    .where(eq(person.id, parts.personId));
  if (!network || !who) return null;
  const actor = await loadActor(db, who, schoolDayAt(now, network.timeZone));
  const meeting = await findMeeting(db, actor, parts.meetingId);
  const mine = meeting?.mine ?? null;
  if (meeting === null || mine === null || meeting.announcedAt === null) return null;
  const { preference } = (await preferencesOf(db, [who.id], network.timeZone))(who.id);
  return { actor, network, meeting: { ...meeting, mine }, ownZone: preference.timeZone };
}

/** Writes the answer of whoever the link was sent to. */
export async function answerByLink(
  database: Database,
  { secret, answer }: { secret: string; answer: InvitationAnswer },
  seals: Seals,
  now: number,
): Promise<Outcome> {
  const linked = await findLinkedInvitation(database.reader, secret, seals, now);
  if (linked === null) return notFound;
  return answerInvitation(database, linked.actor, { meetingId: linked.meeting.id, answer }, now);
}
