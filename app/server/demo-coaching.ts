import { and, eq, isNull } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { coachAssignment, team, teamMembership } from '#db/schema';
import { noteContact } from '~/features/coaching/contacts/note-contact.server';
import { handOverTeam } from '~/features/coaching/handover/hand-over-team.server';
import { sendNudge } from '~/features/coaching/nudges/send-nudge.server';
import { monthOf } from '~/lib/school-month';
import { scoreTeam } from '~/features/coaching/progress/score-team.server';
import type { Database } from '~/platform/database.server';
import {
  contactStories,
  handoverStory,
  nudgeStories,
  reviewStories,
  scoreStories,
} from './demo-coaching/coaching-stories';
import { reviewSteps } from './demo-coaching/reviews';
import { accepted, actorOf, dayOf, instantAgo, openStage } from './demo-stage';
import type { Stage, Step } from './demo-stage';

async function teamIdOf({ tx }: Stage, name: string): Promise<string> {
  const rows = await tx.select({ id: team.id }).from(team).where(eq(team.name, name));
  if (!rows[0]) throw new Error(`The demo has no team called “${name}”.`);
  return rows[0].id;
}

async function contact(stage: Stage, story: (typeof contactStories)[number], at: number): Promise<void> {
  const { kind, note } = story;
  const day = dayOf(stage, at);
  const form = { contactId: uuidv7({ msecs: at }), kind, note, happenedOn: day };
  const input = { teamId: await teamIdOf(stage, story.team), form };
  accepted(await noteContact(stage.database, await actorOf(stage, 'coach'), input, at), story.team);
}

async function nudge(stage: Stage, story: (typeof nudgeStories)[number], at: number): Promise<void> {
  const { timeZone, runChartRules: rules } = stage.network;
  const form = { id: uuidv7({ msecs: at }), template: 'hello' as const, cycleId: '', body: story.body };
  const input = { teamId: await teamIdOf(stage, story.team), form };
  const clock = { now: at, today: dayOf(stage, at), timeZone, rules };
  accepted(await sendNudge(stage.database, await actorOf(stage, 'coach'), input, clock), story.team);
}

async function leadOf({ tx }: Stage, teamId: string): Promise<string> {
  const rows = await tx
    .select({ role: teamMembership.role, name: team.name })
    .from(teamMembership)
    .innerJoin(team, eq(team.id, teamMembership.teamId))
    .where(eq(teamMembership.teamId, teamId));
  return `${rows[0]?.name ?? ''}/${rows[0]?.role ?? ''}`;
}

async function score(stage: Stage, story: (typeof scoreStories)[number], at: number): Promise<void> {
  const teamId = await teamIdOf(stage, story.team);
  const by = story.scorer === 'coach' ? 'coach' : await leadOf(stage, teamId);
  const today = dayOf(stage, at);
  const { scorer, because } = story;
  const form = { month: monthOf(today), scorer, version: 0, score: story.score, because };
  accepted(await scoreTeam(stage.database, await actorOf(stage, by), { teamId, form, today }, at), because);
}

async function handOver(stage: Stage, at: number): Promise<void> {
  const { by, to, note } = handoverStory;
  const teamId = await teamIdOf(stage, handoverStory.team);
  const rows = await stage.tx
    .select({ id: coachAssignment.id })
    .from(coachAssignment)
    .where(and(eq(coachAssignment.teamId, teamId), isNull(coachAssignment.endedOn)));
  const nextCoachId = (await actorOf(stage, to)).personId;
  const form = { id: uuidv7({ msecs: at }), assignmentId: rows[0]?.id ?? '', nextCoachId, note };
  const clock = { now: at, today: dayOf(stage, at), timeZone: stage.network.timeZone };
  accepted(await handOverTeam(stage.database, await actorOf(stage, by), { teamId, form }, clock), note);
}

function stepsOf(now: number): Step[] {
  const steps: Step[] = [
    ...reviewStories.flatMap((story) => reviewSteps(story, now)),
    ...nudgeStories.map((story) => ({
      at: instantAgo(now, story),
      play: (stage: Stage, at: number) => nudge(stage, story, at),
    })),
    ...contactStories.map((story) => ({
      at: instantAgo(now, story),
      play: (stage: Stage, at: number) => contact(stage, story, at),
    })),
    ...scoreStories.map((story) => ({
      at: instantAgo(now, story),
      play: (stage: Stage, at: number) => score(stage, story, at),
    })),
    { at: instantAgo(now, handoverStory), play: handOver },
  ];
  return steps.toSorted((one, other) => one.at - other.at);
}

/**
 * Plays what the demo's coach did in the last ten weeks through the commands that the pages use, each at its own instant.
 * One transaction; throws where a command refuses.
 * @param now UTC milliseconds, the same that the network was made with
 */
export async function seedDemoCoaching(database: Database, { now }: { now: number }): Promise<void> {
  await database.inTransaction(async (tx) => {
    const stage = await openStage(database, tx, now);
    for (const { at, play } of stepsOf(now)) await play(stage, at);
  });
}
