import { eq } from 'drizzle-orm';
import { nudge } from '#db/schema';
import type { RunChartRules } from '#db/vocabulary';
import { recordActivity } from '~/features/activity/record-activity.server';
import { findOwnCycleHead } from '~/features/cycles/cycle-queries.server';
import { findCycleTeam } from '~/features/cycles/cycle-team-queries.server';
import type { Actor } from '~/features/people/actor';
import { coachesTeam } from '~/features/people/people-policy';
import { invalid, notAllowed, notFound } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import { mondayOf } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import type { Connection, Database } from '~/platform/database.server';
import type { NudgeForm } from './nudge-form';
import { findRecentNudge, listDaysOffOfTeam, loadNudgeFacts } from './nudge-queries.server';
import { nudgeTemplates } from './nudge-templates';
import { nudgedSentence } from './nudge-words';

type Clock = { now: number; today: SchoolDay; timeZone: string; rules: RunChartRules };

/**
 * Sends a coach's kind word to a team, at most one in seven days, whichever coach writes. Where it leads is worked out anew
 * here. The id comes from the form: a second submit changes nothing, and other words are not taken as sent.
 */
export function sendNudge(
  database: Database,
  actor: Actor,
  { teamId, form }: { teamId: string; form: NudgeForm },
  { now, today, timeZone, rules }: Clock,
): Promise<Outcome> {
  return database.inTransaction(async (tx): Promise<Outcome> => {
    const team = await findCycleTeam(tx, actor, teamId, today);
    if (team === null) return notFound;
    if (!coachesTeam(actor, teamId)) return notAllowed('Only a team’s own coaches nudge it.');
    const there = (await tx.select().from(nudge).where(eq(nudge.id, form.id)))[0];
    if (there && (there.teamId !== teamId || there.coachId !== actor.personId)) return notFound;
    if (there?.body === form.body) return { ok: true };
    if (form.cycleId !== '' && !(await isOfTeam(tx, actor, form.cycleId, teamId))) return notFound;
    const week = mondayOf(today);
    const before = await findRecentNudge(tx, teamId, { today, timeZone });
    if (before) return invalid(nudgedSentence(before, timeZone));
    if (there)
      return invalid('This form was sent before, in another week. Send these words too?', { id: ['again'] });
    const daysOff = await listDaysOffOfTeam(tx, teamId, today);
    const asked = { team, cycleId: form.cycleId || null, rules, timeZone, today, daysOff };
    const templates = nudgeTemplates(await loadNudgeFacts(tx, actor, asked));
    const chosen = templates.find(({ key }) => key === form.template) ?? templates.at(-1);
    const path = chosen?.path ?? `/teams/${teamId}`;
    const cycleId = chosen?.cycleId ?? null;
    await tx.insert(nudge).values({
      ...{ id: form.id, teamId, coachId: actor.personId, cycleId, week, body: form.body, path, sentAt: now },
    });
    await recordActivity(
      tx,
      {
        ...{ kind: 'nudge_sent', actorId: actor.personId, teamId, aboutId: form.id },
        ...(cycleId === null ? {} : { cycleId }),
      },
      now,
    );
    return { ok: true };
  });
}

async function isOfTeam(tx: Connection, actor: Actor, cycleId: string, teamId: string): Promise<boolean> {
  return (await findOwnCycleHead(tx, actor, cycleId))?.teamId === teamId;
}
