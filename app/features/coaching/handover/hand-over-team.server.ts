import { and, eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { coachAssignment, coachHandover, person } from '#db/schema';
import { recordActivity } from '~/features/activity/record-activity.server';
import type { Actor } from '~/features/people/actor';
import { invalid, notAllowed, notFound } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import { formatClock, formatDay, schoolDayAt } from '~/lib/school-day';
import { inForce } from '~/features/people/in-force.server';
import type { SchoolDay } from '~/lib/school-day';
import type { Connection, Database } from '~/platform/database.server';
import type { CoachedTeam } from './handover';
import { nobodyYet } from './handover';
import type { HandoverForm } from './handover-form';
import { findCoachedTeam, findCoachToChoose } from './handover-queries.server';
import { passOnReviews } from './pass-on-reviews.server';

const handedOverBefore =
  'This team was handed over from this form already, with the words that were sent first. What was written since is not kept; go back in your browser to copy it.';

type Clock = { now: number; today: SchoolDay; timeZone: string };
type Input = { teamId: string; form: HandoverForm };

/**
 * Ends a coach's assignment today, or moves it to another person, with a note for whoever comes next. The leaving coach's
 * open reviews go along. The id comes from the form: a second submit changes nothing, and of two people the second is told
 * who was first.
 */
export function handOverTeam(
  database: Database,
  actor: Actor,
  { teamId, form }: Input,
  clock: Clock,
): Promise<Outcome> {
  return database.inTransaction(async (tx): Promise<Outcome> => {
    const before = await findHandover(tx, form.assignmentId);
    const isOwn = before?.id === form.id && before.handedOverBy === actor.personId;
    if (isOwn && before.note === form.note && (before.nextCoachId ?? '') === form.nextCoachId)
      return { ok: true };
    const team = await findCoachedTeam(tx, actor, teamId, clock.today);
    if (isOwn && (team === null || team === 'not_allowed')) return notAllowed(handedOverBefore);
    if (team === null) return notFound;
    if (team === 'not_allowed')
      return notAllowed('Coaches, facilitators and administrators hand a team over.');
    const leaving = await findAssignment(tx, teamId, form.assignmentId);
    if (leaving === null) return notFound;
    if (team.isOwnOnly && leaving.personId !== actor.personId)
      return notAllowed('A coach hands over what they coach themselves.');
    if (!team.coaches.some(({ assignmentId }) => assignmentId === leaving.id))
      return invalid(endedWords(leaving, before, clock));
    const next = await findNext(tx, team, form, clock.today);
    if (next === 'not_found') return notFound;
    if (next?.id === leaving.personId)
      return invalid('Nothing was changed.', { nextCoachId: ['Choose somebody else: this is who leaves.'] });
    if ((await tx.select().from(coachHandover).where(eq(coachHandover.id, form.id))).length > 0)
      return notFound;
    await endAndBegin(tx, actor, { team, leaving, next, form }, clock);
    return { ok: true };
  });
}

async function findHandover(tx: Connection, assignmentId: string) {
  const rows = await tx
    .select({
      id: coachHandover.id,
      handedOverBy: coachHandover.handedOverBy,
      handedOverAt: coachHandover.handedOverAt,
      nextCoachId: coachHandover.nextCoachId,
      note: coachHandover.note,
      byName: person.name,
    })
    .from(coachHandover)
    .innerJoin(person, eq(person.id, coachHandover.handedOverBy))
    .where(eq(coachHandover.assignmentId, assignmentId));
  return rows[0] ?? null;
}

async function findAssignment(tx: Connection, teamId: string, assignmentId: string) {
  const rows = await tx
    .select({ id: coachAssignment.id, personId: coachAssignment.personId, name: person.name })
    .from(coachAssignment)
    .innerJoin(person, eq(person.id, coachAssignment.personId))
    .where(and(eq(coachAssignment.id, assignmentId), eq(coachAssignment.teamId, teamId)));
  return rows[0] ?? null;
}

function endedWords(
  leaving: { name: string },
  before: { byName: string; handedOverAt: number } | null,
  { today, timeZone }: Clock,
): string {
  if (before === null) return `${leaving.name} no longer coaches this team. Nothing was changed.`;
  const on = formatDay(schoolDayAt(before.handedOverAt, timeZone), today);
  const at = `${on}, ${formatClock(before.handedOverAt, timeZone)}`;
  return `${leaving.name} no longer coaches this team: ${before.byName} handed it over on ${at}. Nothing was changed.`;
}

async function findNext(tx: Connection, team: CoachedTeam, form: HandoverForm, today: SchoolDay) {
  if (form.nextCoachId === nobodyYet) return null;
  const { teamId, isOwnOnly } = team;
  return (await findCoachToChoose(tx, { teamId, isOwnOnly, today }, form.nextCoachId)) ?? 'not_found';
}

type Move = {
  team: CoachedTeam;
  leaving: { id: string; personId: string; name: string };
  next: { id: string; name: string } | null;
  form: HandoverForm;
};

async function endAndBegin(
  tx: Connection,
  actor: Actor,
  { team, leaving, next, form }: Move,
  { now, today }: Clock,
): Promise<void> {
  const { teamId, coaches } = team;
  await tx
    .update(coachAssignment)
    .set({ endedOn: today })
    .where(
      and(
        eq(coachAssignment.teamId, teamId),
        eq(coachAssignment.personId, leaving.personId),
        inForce(coachAssignment.endedOn, today),
      ),
    );
  const begins = next !== null && !coaches.some(({ personId }) => personId === next.id);
  if (begins)
    await tx.insert(coachAssignment).values({ id: uuidv7(), personId: next.id, teamId, beganOn: today });
  await tx.insert(coachHandover).values({
    ...{ id: form.id, assignmentId: leaving.id, teamId, nextCoachId: next?.id ?? null, note: form.note },
    ...{ handedOverBy: actor.personId, handedOverAt: now },
  });
  const colleague = coaches.find(({ personId }) => personId !== leaving.personId) ?? null;
  const follower = next ?? (colleague && { id: colleague.personId, name: colleague.name });
  const { passedOn, waiting } = await passOnReviews(tx, actor, { teamId, leaving, follower }, now);
  const event = { actorId: actor.personId, teamId };
  const ended = { aboutPersonId: leaving.personId, detail: waiting > 0 ? 'reviews_wait' : '' };
  await recordActivity(tx, { kind: 'coach_ended', ...event, ...ended }, now);
  const told = next ?? (passedOn > 0 ? follower : null);
  if (told === null) return;
  const began = { aboutPersonId: told.id, detail: begins ? '' : 'already' };
  await recordActivity(tx, { kind: 'coach_began', ...event, ...began }, now);
}
