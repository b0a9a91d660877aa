import { findCycleTeam } from '~/features/cycles/cycle-team-queries.server';
import type { CycleTeam } from '~/features/cycles/cycle';
import type { Measure } from '~/features/measures/measure';
import { listMeasuresOfTeam } from '~/features/measures/measure-queries.server';
import type { Actor } from '~/features/people/actor';
import { worksInTeam } from '~/features/people/people-policy';
import { notAllowed, notFound } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { SchoolDay } from '~/lib/school-day';
import type { Connection } from '~/platform/database.server';

/** The page has a row for each measure, and a form has its limits. */
export const mostMeasures = 50;

export type ImportTeam = { team: CycleTeam; measures: Measure[]; allMeasures: Measure[] };

/**
 * The team that imports, with its measures, `preferred` first. Out of reach: not found; in reach only to read, or not its
 * own: not allowed. A preferred measure that is not the team's is not found.
 */
export async function findImportTeam(
  db: Connection,
  actor: Actor,
  { teamId, preferred, today }: { teamId: string; preferred: string | null; today: SchoolDay },
): Promise<Outcome<ImportTeam>> {
  const team = await findCycleTeam(db, actor, teamId, today);
  if (!team) return notFound;
  if (!worksInTeam(actor, teamId)) return notAllowed('Only the team itself imports numbers.');
  const measures = await listMeasuresOfTeam(db, actor, teamId);
  if (preferred !== null && !measures.some(({ id }) => id === preferred)) return notFound;
  const sorted = measures.toSorted(
    (one, other) => Number(other.id === preferred) - Number(one.id === preferred),
  );
  return { ok: true, team, measures: sorted.slice(0, mostMeasures), allMeasures: measures };
}
