import { and, count, eq } from 'drizzle-orm';
import { agendaItem, contribution } from '#db/schema';
import type { ContributionKind } from '#db/vocabulary';
import { questionsPrint } from '~/features/disclosure/free-text/text-question';
import type { Actor } from '~/features/people/actor';
import { invalid, notAllowed, notFound } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { SchoolDay } from '~/lib/school-day';
import type { Connection, Database } from '~/platform/database.server';
import { findMeeting } from '../meeting-queries.server';
import { questionsBeforeRoom } from './contribution-questions.server';
import { contributionProblem, mostOfPerson } from './contribution-rules';
import { roomProblem, takesPart } from './live-policy';
import { touchRoom } from './touch-room.server';

export type ContributionInput = {
  id: string;
  meetingId: string;
  itemId: string;
  kind: ContributionKind;
  body: string;
  /** The questions about its words that the writer has looked at; empty before. */
  looked: string;
};

/** Says something to the room, about one item of its agenda. The second of two equal forms changes nothing. */
export function writeContribution(
  database: Database,
  actor: Actor,
  { id, meetingId, itemId, kind, body, looked }: ContributionInput,
  { now, today }: { now: number; today: SchoolDay },
): Promise<Outcome> {
  return database.inTransaction(async (tx) => {
    const meeting = await findMeeting(tx, actor, meetingId);
    if (!meeting) return notFound;
    if (!takesPart(meeting)) return notAllowed('Only those who are invited to this meeting write in it.');
    const item = await findItem(tx, meetingId, itemId);
    if (!item) return notFound;
    const [known] = await tx.select().from(contribution).where(eq(contribution.id, id));
    if (known)
      return known.authorId === actor.personId && known.meetingId === meetingId ? { ok: true } : notFound;
    const problem = roomProblem(meeting) ?? contributionProblem(body);
    if (problem !== null) return invalid(problem);
    if ((await countOwn(tx, meetingId, actor)) >= mostOfPerson)
      return invalid('You have said a lot already. The notes have room for more.');
    const asked = await questionsBeforeRoom(tx, actor, item, { body, today });
    const print = questionsPrint(asked);
    if (print !== '' && looked !== print)
      return invalid([...new Set(asked.map(({ reason }) => reason))].join(' '), { looked: [print] });
    await tx.insert(contribution).values({
      ...{ id, meetingId, itemId, kind, body: body.trim().replaceAll('\r\n', '\n') },
      ...{ authorId: actor.personId, writtenAt: now },
    });
    await touchRoom(tx, meetingId);
    return { ok: true };
  });
}

async function findItem(tx: Connection, meetingId: string, itemId: string) {
  const rows = await tx
    .select({
      ...{ id: agendaItem.id, meetingId: agendaItem.meetingId, teamId: agendaItem.teamId },
      ...{ cycleId: agendaItem.cycleId, postId: agendaItem.postId },
    })
    .from(agendaItem)
    .where(and(eq(agendaItem.id, itemId), eq(agendaItem.meetingId, meetingId)));
  return rows[0] ?? null;
}

async function countOwn(tx: Connection, meetingId: string, actor: Actor): Promise<number> {
  const rows = await tx
    .select({ n: count() })
    .from(contribution)
    .where(and(eq(contribution.meetingId, meetingId), eq(contribution.authorId, actor.personId)));
  return rows[0]?.n ?? 0;
}
