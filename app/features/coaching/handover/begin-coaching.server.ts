import { eq } from 'drizzle-orm';
import { coachAssignment } from '#db/schema';
import { recordActivity } from '~/features/activity/record-activity.server';
import type { Actor } from '~/features/people/actor';
import { invalid, notAllowed, notFound } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { SchoolDay } from '~/lib/school-day';
import type { Database } from '~/platform/database.server';
import type { NewCoachForm } from './handover-form';
import { findCoachedTeam, findCoachToChoose } from './handover-queries.server';

/** Gives a team a coach from today on, beside those it has. Facilitators of its cohorts and administrators only. */
export function beginCoaching(
  database: Database,
  actor: Actor,
  { teamId, form }: { teamId: string; form: NewCoachForm },
  { now, today }: { now: number; today: SchoolDay },
): Promise<Outcome> {
  return database.inTransaction(async (tx): Promise<Outcome> => {
    const team = await findCoachedTeam(tx, actor, teamId, today);
    if (team === null) return notFound;
    if (team === 'not_allowed' || team.isOwnOnly)
      return notAllowed('Facilitators and administrators give a team a coach.');
    const taken = await tx.select().from(coachAssignment).where(eq(coachAssignment.id, form.id));
    if (taken.length > 0)
      return taken[0]?.teamId === teamId && taken[0].personId === form.coachId ? { ok: true } : notFound;
    const { isOwnOnly } = team;
    const chosen = await findCoachToChoose(tx, { teamId, isOwnOnly, today }, form.coachId);
    if (chosen === null) return notFound;
    if (team.coaches.some(({ personId }) => personId === chosen.id))
      return invalid('Nothing was changed.', { coachId: [`${chosen.name} coaches this team already.`] });
    await tx.insert(coachAssignment).values({ id: form.id, personId: chosen.id, teamId, beganOn: today });
    const event = { actorId: actor.personId, teamId, aboutPersonId: chosen.id };
    await recordActivity(tx, { kind: 'coach_began', ...event }, now);
    return { ok: true };
  });
}
