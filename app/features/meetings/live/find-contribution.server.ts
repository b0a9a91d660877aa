import { eq } from 'drizzle-orm';
import { contribution } from '#db/schema';
import type { Actor } from '~/features/people/actor';
import { notAllowed, notFound } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { Connection } from '~/platform/database.server';
import type { Meeting } from '../meeting';
import { findMeeting } from '../meeting-queries.server';
import { takesPart } from './live-policy';

type Row = typeof contribution.$inferSelect;

/** What was said in a room the actor takes part in, withdrawn or not. */
export async function findContribution(
  tx: Connection,
  actor: Actor,
  contributionId: string,
): Promise<Outcome<{ said: Row; meeting: Meeting }>> {
  const [said] = await tx.select().from(contribution).where(eq(contribution.id, contributionId));
  const meeting = said ? await findMeeting(tx, actor, said.meetingId) : null;
  if (!said || !meeting) return notFound;
  if (!takesPart(meeting)) return notAllowed('Only those who are invited to this meeting take part in it.');
  return { ok: true, said, meeting };
}
