import { and, eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { aim, person, team } from '#db/schema';
import { recordActivity } from '~/features/activity/record-activity.server';
import { draftForm } from '~/features/drafts/draft';
import { endDraft } from '~/features/drafts/keep-draft.server';
import type { Actor } from '~/features/people/actor';
import { worksInTeam } from '~/features/people/people-policy';
import { readableTeam } from '~/features/people/team-scope.server';
import { conflict, notAllowed, notFound } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { Connection, Database } from '~/platform/database.server';
import type { Aim } from './aim';
import type { AimForm } from './aim-form';

/** The aim of a team within the actor's reach; null when it has none or is not found. */
export async function findAim(db: Connection, actor: Actor, teamId: string): Promise<Aim | null> {
  const rows = await db
    .select({
      what: aim.what,
      forWhom: aim.forWhom,
      howMuch: aim.howMuch,
      byWhen: aim.byWhen,
      version: aim.version,
      changedByName: person.name,
    })
    .from(aim)
    .innerJoin(team, eq(team.id, aim.teamId))
    .innerJoin(person, eq(person.id, aim.changedBy))
    .where(and(eq(aim.teamId, teamId), readableTeam(actor, team.id)));
  return rows[0] ?? null;
}

/** Writes a team's aim. `form.version` is the one the form was read at, 0 for the first. */
export function saveAim(
  database: Database,
  actor: Actor,
  teamId: string,
  form: AimForm,
  now: number,
): Promise<Outcome> {
  return database.inTransaction(async (tx) => {
    const reachable = await tx
      .select({ id: team.id })
      .from(team)
      .where(and(eq(team.id, teamId), readableTeam(actor, team.id)));
    if (reachable.length === 0) return notFound;
    if (!worksInTeam(actor, teamId)) return notAllowed('Only the team itself writes its aim.');
    const { version, ...words } = form;
    const there = (await tx.select().from(aim).where(eq(aim.teamId, teamId)))[0];
    if ((there?.version ?? 0) !== version) return conflict;
    const stamp = { changedBy: actor.personId, changedAt: now };
    if (there)
      await tx
        .update(aim)
        .set({ ...words, ...stamp, version: version + 1 })
        .where(eq(aim.id, there.id));
    else await tx.insert(aim).values({ id: uuidv7(), teamId, ...words, ...stamp });
    await endDraft(tx, actor.personId, draftForm('aim', teamId));
    await recordActivity(tx, { kind: 'aim_changed', actorId: actor.personId, teamId }, now);
    return { ok: true };
  });
}
