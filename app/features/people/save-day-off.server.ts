import { and, eq, gte, isNull, lte, ne } from 'drizzle-orm';
import { dayOff } from '#db/schema';
import { conflict, invalid, notAllowed, notFound } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { SchoolDay } from '~/lib/school-day';
import type { Database } from '~/platform/database.server';
import type { Actor } from './actor';
import type { DayOffForm } from './day-off-form';
import { dayOffProblem } from './day-off-rules';
import { findDayOff, listLeasToRest } from './days-off-list-queries.server';
import { keepsDaysOff } from './people-policy';

const lookAgain = 'One answer below needs another look. Nothing was lost.';

/**
 * Adds days off (version 0) or changes them. Administrators write all of them, facilitators those of the LEAs of their
 * cohorts. The id comes from the form, so that a second submit adds nothing.
 */
export function saveDayOff(
  database: Database,
  actor: Actor,
  { id, version, leaId: lea, ...form }: DayOffForm,
  { now, today }: { now: number; today: SchoolDay },
): Promise<Outcome> {
  const leaId = lea === '' ? null : lea;
  return database.inTransaction(async (tx): Promise<Outcome> => {
    if (!keepsDaysOff(actor)) return notFound;
    const leas = await listLeasToRest(tx, actor);
    if (leaId !== null && !leas.some((one) => one.id === leaId)) return notFound;
    if (leaId === null && !actor.isAdministrator)
      return invalid(lookAgain, {
        leaId: ['Choose an LEA. Administrators keep the days of the whole network.'],
      });
    const there = await findDayOff(tx, actor, id);
    const same =
      there?.leaId === leaId &&
      there.name === form.name &&
      there.startsOn === form.startsOn &&
      there.endsOn === form.endsOn;
    if (there && !there.mayChange) return notAllowed('Administrators keep the days of the whole network.');
    if (there && same) return { ok: true };
    if (there && there.version !== version) return conflict;
    if (!there && version > 0)
      return (await isTaken(tx, id))
        ? notFound
        : invalid('Somebody has removed these days meanwhile. Add them again if they still hold.');
    if (!there && (await isTaken(tx, id))) return notFound;
    const problem = dayOffProblem(
      { id, leaId, ...form },
      await tx
        .select()
        .from(dayOff)
        .where(
          and(
            ne(dayOff.id, id),
            leaId === null ? isNull(dayOff.leaId) : eq(dayOff.leaId, leaId),
            gte(dayOff.endsOn, form.startsOn),
            lte(dayOff.startsOn, form.endsOn),
          ),
        ),
      today,
    );
    if (problem) return invalid(lookAgain, { [problem.field]: [problem.message] });
    const stamp = { changedBy: actor.personId, changedAt: now };
    if (there)
      await tx
        .update(dayOff)
        .set({ ...form, leaId, ...stamp, version: version + 1 })
        .where(eq(dayOff.id, id));
    else await tx.insert(dayOff).values({ id, leaId, ...form, ...stamp });
    return { ok: true };
  });
}

async function isTaken(tx: Parameters<typeof findDayOff>[0], id: string): Promise<boolean> {
  return (await tx.select({ id: dayOff.id }).from(dayOff).where(eq(dayOff.id, id))).length > 0;
}
