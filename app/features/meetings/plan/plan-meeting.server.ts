import { and, eq } from 'drizzle-orm';
import { cohort, meeting, team } from '#db/schema';
import { draftForm } from '~/features/drafts/draft';
import { endDraft } from '~/features/drafts/keep-draft.server';
import type { Actor } from '~/features/people/actor';
import { readableCohort, readableTeam } from '~/features/people/team-scope.server';
import { invalid, notAllowed, notFound } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { SchoolDay } from '~/lib/school-day';
import type { Connection, Database } from '~/platform/database.server';
import { loadAgenda } from '../agenda/agenda-queries.server';
import { writeNewItems } from '../agenda/write-items.server';
import type { NewItem } from '../agenda/write-items.server';
import { runsMeeting } from '../meeting-policy';
import { findMeetingToRun } from '../own-meeting.server';
import { usualMinutes } from './meeting-bounds';
import type { NewMeetingForm } from './meeting-form';
import { dayProblem, startOf } from './meeting-time-rules';
import { kindWords } from './meeting-words';
import { readyPlan } from './ready-plans';

const waiting = 'One answer below needs another look. Nothing was lost.';

type Owner = { cohortId: string | null; teamId: string | null };

function ownerIn(of: string): Owner {
  const [kind, id = ''] = of.split(':');
  return kind === 'team' ? { cohortId: null, teamId: id } : { cohortId: id, teamId: null };
}

/** The cohort or team, where the actor plans its meetings. Out of reach: not found; only to read: not allowed. */
async function ownerToPlanFor(tx: Connection, actor: Actor, of: string): Promise<Outcome<{ owner: Owner }>> {
  const owner = ownerIn(of);
  const rows =
    owner.teamId === null
      ? await tx
          .select({ id: cohort.id })
          .from(cohort)
          .where(and(eq(cohort.id, owner.cohortId ?? ''), readableCohort(actor, cohort.id)))
      : await tx
          .select({ id: team.id })
          .from(team)
          .where(and(eq(team.id, owner.teamId), readableTeam(actor, team.id)));
  if (rows.length === 0) return notFound;
  if (!runsMeeting(actor, owner))
    return notAllowed(
      owner.teamId === null
        ? 'Only the facilitators of a cohort plan its meetings.'
        : 'Only a team and its coaches plan its meetings.',
    );
  return { ok: true, owner };
}

/** What the agenda begins with. Presenters, their cycles and questions belong to the meeting they were chosen for and stay there. */
async function firstItems(
  tx: Connection,
  actor: Actor,
  { start, kind }: Pick<NewMeetingForm, 'start' | 'kind'>,
): Promise<Outcome<{ items: NewItem[] }>> {
  if (start === 'empty') return { ok: true, items: [] };
  if (start === 'ready')
    return {
      ok: true,
      items: readyPlan(kind).map(({ key, name, steps }) => ({ title: name, protocolKey: key, steps })),
    };
  const earlier = await findMeetingToRun(tx, actor, start);
  if (!earlier.ok) return invalid(waiting, { start: ['Choose an agenda of the list.'] });
  const items = await loadAgenda(tx, { id: earlier.meeting.id, runs: true });
  return {
    ok: true,
    items: items.map(({ title, protocolKey, steps }) => ({
      ...{ title, protocolKey },
      steps: steps.map(({ id: _id, ...step }) => step),
    })),
  };
}

/**
 * Makes a meeting as a draft of those who run it, with the agenda it begins from; nobody is invited. A second submit of the
 * same form changes nothing.
 */
export function planMeeting(
  database: Database,
  actor: Actor,
  form: NewMeetingForm,
  { now, today }: { now: number; today: SchoolDay },
): Promise<Outcome> {
  return database.inTransaction(async (tx): Promise<Outcome> => {
    const found = await ownerToPlanFor(tx, actor, form.of);
    if (!found.ok) return found;
    const { owner } = found;
    const there = await tx
      .select({ cohortId: meeting.cohortId, teamId: meeting.teamId })
      .from(meeting)
      .where(eq(meeting.id, form.id));
    if (there[0])
      return there[0].cohortId === owner.cohortId && there[0].teamId === owner.teamId
        ? { ok: true }
        : notFound;
    const { id, kind, day, time, timeZone, place, link, purpose } = form;
    const wrongDay = dayProblem(day, today);
    if (wrongDay !== null) return invalid(waiting, { day: [wrongDay] });
    const start = startOf({ day, time, timeZone });
    if (!start.ok) return invalid(waiting, { [start.field]: [start.message] });
    const first = await firstItems(tx, actor, form);
    if (!first.ok) return first;
    const title = form.title === '' ? kindWords[kind] : form.title;
    const minutes = form.minutes ?? usualMinutes[kind];
    await tx.insert(meeting).values({
      ...{ id, kind, ...owner, title, purpose, day, time, timeZone, startsAt: start.startsAt },
      ...{ minutes, place, link, createdBy: actor.personId, createdAt: now },
      ...{ changedBy: actor.personId, changedAt: now },
    });
    await writeNewItems(tx, id, { from: 0, items: first.items });
    await endDraft(tx, actor.personId, draftForm('meeting-new', actor.personId));
    return { ok: true };
  });
}
