import { and, eq, like } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { cycle, ramp, team } from '#db/schema';
import type { ClockMove } from '#db/vocabulary';
import { findCycle } from '~/features/cycles/cycle-queries.server';
import { readChosenSeries } from '~/features/feed/sharing/chart-to-share.server';
import { findCycleToShare } from '~/features/feed/sharing/share-subject-queries.server';
import type { AgendaItem } from '~/features/meetings/agenda/agenda';
import { loadAgenda } from '~/features/meetings/agenda/agenda-queries.server';
import { makeCommitment } from '~/features/meetings/commitments/make-commitment.server';
import { takerValue } from '~/features/meetings/commitments/taker';
import { announceMeeting } from '~/features/meetings/invitations/announce-meeting.server';
import { answerInvitation } from '~/features/meetings/invitations/answer-invitation.server';
import { listInvitable } from '~/features/meetings/invitations/invitation-queries.server';
import { inviteGroups } from '~/features/meetings/invitations/invite-people.server';
import { invitableGroups } from '~/features/meetings/invitations/people-rules';
import { noteAttendance } from '~/features/meetings/live/note-attendance.server';
import { pressRoomClock } from '~/features/meetings/live/press-clock.server';
import { voteForContribution } from '~/features/meetings/live/vote-for-contribution.server';
import { writeContribution } from '~/features/meetings/live/write-contribution.server';
import { findMeeting } from '~/features/meetings/meeting-queries.server';
import { loadMeetingFacts } from '~/features/meetings/minutes/meeting-facts.server';
import { draftMinutes } from '~/features/meetings/minutes/minutes-draft-rules';
import { writeMinutes } from '~/features/meetings/minutes/write-minutes.server';
import { addToNotes } from '~/features/meetings/notes/write-note.server';
import { planMeeting } from '~/features/meetings/plan/plan-meeting.server';
import { agreeToPresent } from '~/features/meetings/presenters/answer-presentation.server';
import { askPresenter } from '~/features/meetings/presenters/ask-presenter.server';
import { prepareStoryboard } from '~/features/meetings/presenters/prepare-storyboard.server';
import { presentForm } from '~/features/meetings/presenters/present-form';
import { presentStart } from '~/features/meetings/presenters/present-rules';
import { findPresentation } from '~/features/meetings/presenters/presentation-queries.server';
import { addDays, latestWeekday } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import { instantOfWallClock } from '~/lib/wall-clock';
import { accepted, actorOf, dayAgo, dayOf, instantAgo } from '../demo-stage';
import type { Stage, Step } from '../demo-stage';
import type { ItemStory, MeetingStory, PresenterStory } from './meeting-stories';

const zone = 'America/New_York';
const minuteMs = 60_000;

type Played = { story: MeetingStory; meetingId: string; day: SchoolDay; startsAt: number };

async function agendaOf({ tx }: Stage, meetingId: string): Promise<AgendaItem[]> {
  return loadAgenda(tx, { id: meetingId, runs: true });
}

async function itemOf(stage: Stage, meetingId: string, protocolKey: string): Promise<AgendaItem> {
  const item = (await agendaOf(stage, meetingId)).find((one) => one.protocolKey === protocolKey);
  if (!item) throw new Error(`The demo’s meeting has no ${protocolKey}.`);
  return item;
}

async function findCycleId({ tx }: Stage, { team: name, ramp: idea, cycle: number }: PresenterStory) {
  const rows = await tx
    .select({ id: cycle.id })
    .from(cycle)
    .innerJoin(ramp, eq(ramp.id, cycle.rampId))
    .innerJoin(team, eq(team.id, cycle.teamId))
    .where(and(eq(team.name, name), like(ramp.changeIdea, `${idea}%`), eq(cycle.number, number)));
  if (rows.length !== 1 || !rows[0]) throw new Error(`“${idea}” names no cycle of ${name}, or several.`);
  return rows[0].id;
}

async function plan(stage: Stage, { story, meetingId, day }: Played, at: number): Promise<void> {
  const { database, tx } = stage;
  const actor = await actorOf(stage, story.by);
  const { kind, title, purpose, place, time } = story;
  const teamId = actor.memberships[0]?.teamId ?? '';
  const of = kind === 'team_meeting' ? `team:${teamId}` : `cohort:${actor.facilitatedCohortIds[0] ?? ''}`;
  const form = {
    ...{ id: meetingId, kind, of, title, purpose, place, day, time, timeZone: zone },
    ...{ link: '', start: 'ready' },
  };
  const today = dayOf(stage, at);
  accepted(await planMeeting(database, actor, form, { now: at, today }), title);
  const meeting = await findMeeting(tx, actor, meetingId);
  if (!meeting) throw new Error(`The demo’s ${title} was not planned.`);
  const groups = invitableGroups(await listInvitable(tx, meeting, today), []);
  const ticked = new Set(groups.map(({ key }) => key));
  const clock = { now: at, today };
  accepted(await inviteGroups(database, actor, { meetingId, ticked, shown: new Set() }, clock), title);
}

async function ask(stage: Stage, { story, meetingId }: Played, asked: PresenterStory, at: number) {
  const item = await itemOf(stage, meetingId, asked.protocolKey);
  const form = {
    ...{ id: uuidv7({ msecs: at }), newItemId: uuidv7({ msecs: at }), why: asked.why },
    ...{ cycleId: await findCycleId(stage, asked), place: `item:${item.id}` },
  };
  const actor = await actorOf(stage, story.by);
  accepted(await askPresenter(stage.database, actor, { meetingId, form }, at), asked.team);
  return form.id;
}

/** Agrees as the team would: the words as they begin, seen, nothing asked. */
async function agree(stage: Stage, presentationId: string, asked: PresenterStory, at: number) {
  const { database, tx, network } = stage;
  const actor = await actorOf(stage, asked.agreedBy ?? '');
  const presentation = await findPresentation(tx, actor, presentationId);
  const subject = presentation && (await findCycleToShare(tx, actor, presentation.cycleId));
  const whole = presentation && (await findCycle(tx, actor, presentation.cycleId));
  if (!presentation || !subject || !whole) throw new Error(`${asked.team} was not asked.`);
  const { students } = await readChosenSeries(tx, subject, network);
  const start = presentStart(subject, whole, { shown: null, students, version: presentation.version });
  const form = presentForm.parse(start);
  const shared = { network, today: dayOf(stage, at) };
  const { prepared } = accepted(
    await prepareStoryboard(tx, actor, { presentation, form, ...shared }),
    asked.team,
  );
  const seen = { ...form, previewed: prepared.print, looked: prepared.questionsPrint };
  accepted(await agreeToPresent(database, actor, { presentationId, form: seen, ...shared }, at), asked.team);
}

async function announce(stage: Stage, { story, meetingId }: Played, at: number): Promise<void> {
  const actor = await actorOf(stage, story.by);
  const clock = { now: at, today: dayOf(stage, at) };
  accepted(await announceMeeting(stage.database, actor, { meetingId, sure: false }, clock), story.title);
  for (const [index, { by, answer }] of story.answers.entries()) {
    const who = await actorOf(stage, by);
    const then = at + (index + 1) * 47 * minuteMs;
    accepted(await answerInvitation(stage.database, who, { meetingId, answer }, then), by);
  }
}

async function say(stage: Stage, meetingId: string, itemId: string, story: ItemStory, at: number) {
  const { database } = stage;
  const clock = { now: at, today: dayOf(stage, at) };
  for (const { by, kind, body, votesOf = [] } of story.said) {
    const id = uuidv7({ msecs: at });
    const input = { id, meetingId, itemId, kind, body, looked: '' };
    accepted(await writeContribution(database, await actorOf(stage, by), input, clock), body);
    for (const voter of votesOf) {
      const who = await actorOf(stage, voter);
      accepted(await voteForContribution(database, who, { contributionId: id, isOn: true }, at), body);
    }
  }
  for (const { by, words } of story.notes) {
    const where = { meetingId, itemId, formId: uuidv7({ msecs: at }), paragraph: words };
    const written = await addToNotes(database, await actorOf(stage, by), where, at);
    if (!written.ok) throw new Error(`The demo’s note is refused: ${words}`);
  }
}

async function commit(stage: Stage, meetingId: string, itemId: string, story: ItemStory, at: number) {
  const today = dayOf(stage, at);
  for (const { by, team: name, person, what, inDays } of story.commitments) {
    const rows = await stage.tx.select({ id: team.id }).from(team).where(eq(team.name, name));
    const { personId } = await actorOf(stage, person);
    const input = {
      ...{ id: uuidv7({ msecs: at }), meetingId, itemId, what, cycleId: '', looked: '' },
      who: takerValue({ teamId: rows[0]?.id ?? '', personId }),
      byWhen: latestWeekday(addDays(today, inDays)),
    };
    accepted(await makeCommitment(stage.database, await actorOf(stage, by), input, { now: at, today }), what);
  }
}

async function run(stage: Stage, { story, meetingId, startsAt }: Played): Promise<void> {
  const { database } = stage;
  const facilitator = await actorOf(stage, story.by);
  const press = async (move: ClockMove, stepId: string | null, at: number) =>
    accepted(
      await pressRoomClock(
        database,
        facilitator,
        { meetingId, pressId: uuidv7({ msecs: at }), move, stepId },
        at,
      ),
      move,
    );
  let at = startsAt + 2 * minuteMs;
  for (const by of story.live?.here ?? []) {
    const who = await actorOf(stage, by);
    const here = { meetingId, personId: who.personId, isHere: true };
    accepted(await noteAttendance(database, who, here, at), by);
  }
  const items = await agendaOf(stage, meetingId);
  await press('start', null, at);
  const steps = items.flatMap((item) => item.steps.map((step, index) => ({ item, step, index })));
  for (const [place, { item, step, index }] of steps.entries()) {
    const told = story.live?.items.find(({ protocolKey }) => protocolKey === item.protocolKey);
    if (told && index === item.steps.length - 1) {
      await say(stage, meetingId, item.id, told, at);
      await commit(stage, meetingId, item.id, told, at);
    }
    at += step.minutes * minuteMs;
    await press(place === steps.length - 1 ? 'end' : 'next', step.id, at);
  }
}

async function sendMinutes(stage: Stage, { story, meetingId }: Played, at: number): Promise<void> {
  const actor = await actorOf(stage, story.by);
  const meeting = await findMeeting(stage.tx, actor, meetingId);
  if (!meeting) throw new Error(`${story.title} is gone.`);
  const body = draftMinutes(await loadMeetingFacts(stage.tx, actor, meeting));
  const form = { version: 0, body, looked: '', readThrough: 0, aside: '', step: 'send' as const };
  const clock = { now: at, today: dayOf(stage, at) };
  accepted(await writeMinutes(stage.database, actor, { meetingId, form }, clock), story.title);
}

/** The steps of one meeting, each with its instant. */
export function meetingSteps(story: MeetingStory, now: number): Step[] {
  const day = latestWeekday(dayAgo(now, story.heldAgo));
  const startsAt = instantOfWallClock(day, story.time, zone) ?? now;
  const planned = instantAgo(now, { ago: story.plannedAgo, hour: 9.5 });
  const played: Played = { story, meetingId: uuidv7({ msecs: planned }), day, startsAt };
  const steps: Step[] = [
    { at: planned, play: (stage, at) => plan(stage, played, at) },
    { at: planned + 30 * minuteMs, play: (stage, at) => announce(stage, played, at) },
  ];
  for (const [index, asked] of story.presenters.entries())
    steps.push({
      at: planned + (10 + index) * minuteMs,
      play: async (stage, at) => {
        const id = await ask(stage, played, asked, at);
        if (asked.agreedBy !== undefined) await agree(stage, id, asked, at + 5 * 60 * minuteMs);
      },
    });
  if (story.live)
    steps.push(
      { at: startsAt + 2 * minuteMs, play: (stage) => run(stage, played) },
      { at: startsAt + 160 * minuteMs, play: (stage, at) => sendMinutes(stage, played, at) },
    );
  return steps;
}
