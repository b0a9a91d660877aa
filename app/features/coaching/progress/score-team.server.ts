import { and, eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { team, teamScore } from '#db/schema';
import { recordActivity } from '~/features/activity/record-activity.server';
import type { Actor } from '~/features/people/actor';
import { coachesTeam, worksInTeam } from '~/features/people/people-policy';
import { readableTeam } from '~/features/people/team-scope.server';
import { conflict, invalid, notAllowed, notFound } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { SchoolDay } from '~/lib/school-day';
import type { Database } from '~/platform/database.server';
import { scorableMonths } from './score-form';
import type { ScoreForm } from './score-form';

/**
 * Writes a month's score: the team's by a member, the coach's by a coach of the team. The same score handed in twice
 * changes nothing. Conflict: somebody scored since `form.version` was read.
 */
export function scoreTeam(
  database: Database,
  actor: Actor,
  { teamId, form, today }: { teamId: string; form: ScoreForm; today: SchoolDay },
  now: number,
): Promise<Outcome> {
  return database.inTransaction(async (tx) => {
    const reachable = await tx
      .select({ id: team.id })
      .from(team)
      .where(and(eq(team.id, teamId), readableTeam(actor, team.id)));
    if (reachable.length === 0) return notFound;
    const { month, scorer, version, score, because } = form;
    const may = scorer === 'team' ? worksInTeam(actor, teamId) : coachesTeam(actor, teamId);
    if (!may)
      return notAllowed(
        scorer === 'team'
          ? 'Only the team itself gives its own score.'
          : 'Only coaches of the team give the coach’s score.',
      );
    if (!scorableMonths(today).includes(month))
      return invalid('A score is given for this month or the last one.');
    const there = (
      await tx
        .select()
        .from(teamScore)
        .where(and(eq(teamScore.teamId, teamId), eq(teamScore.month, month), eq(teamScore.scorer, scorer)))
    )[0];
    if (there?.score === score && there.because === because) return { ok: true };
    if ((there?.version ?? 0) !== version) return conflict;
    const written = { score, because, scoredBy: actor.personId, scoredAt: now };
    if (there)
      await tx
        .update(teamScore)
        .set({ ...written, version: version + 1 })
        .where(eq(teamScore.id, there.id));
    else await tx.insert(teamScore).values({ id: uuidv7(), teamId, month, scorer, ...written });
    await recordActivity(tx, { kind: 'team_scored', actorId: actor.personId, teamId, detail: scorer }, now);
    return { ok: true };
  });
}
