import { and, asc, eq, gte, isNotNull, isNull, or, sql } from 'drizzle-orm';
import {
  attendance,
  contribution,
  contributionVote,
  meetingInvitation,
  meetingNote,
  person,
  presentation,
  school,
  team,
  teamMembership,
} from '#db/schema';
import type { Actor } from '~/features/people/actor';
import { groupedBy } from '~/lib/grouped-by';
import type { Connection } from '~/platform/database.server';
import { minutesOfItem } from '../agenda/agenda';
import { loadAgenda } from '../agenda/agenda-queries.server';
import { listCommitmentsOfMeeting } from '../commitments/commitment-queries.server';
import { loadRoomTimes } from '../live/room-times-queries.server';
import type { Meeting } from '../meeting';
import type { ComerGroup, MeetingFacts, SaidInRoom } from './minutes';
import { heldAt, presentedWords, wasReached } from './what-was-held-rules';
import type { HeldRoom } from './what-was-held-rules';

/** Teams bring their members; whoever comes with none runs the meeting or coaches. */
const withoutTeam = 'Facilitators and coaches';

/** Who came and who sent apologies, by the team they come with. Whoever came is there, whatever they had answered. */
async function listComers(db: Connection, meetingId: string): Promise<ComerGroup[]> {
  const present = await db
    .select({ personId: attendance.personId, name: person.name })
    .from(attendance)
    .innerJoin(person, eq(person.id, attendance.personId))
    .where(eq(attendance.meetingId, meetingId))
    .orderBy(asc(person.name));
  const invited = await db
    .select({
      ...{ personId: meetingInvitation.personId, name: person.name, answer: meetingInvitation.answer },
      ...{ teamName: team.name, schoolName: school.name },
    })
    .from(meetingInvitation)
    .innerJoin(person, eq(person.id, meetingInvitation.personId))
    .leftJoin(team, eq(team.id, meetingInvitation.teamId))
    .leftJoin(school, eq(school.id, team.schoolId))
    .where(and(eq(meetingInvitation.meetingId, meetingId), isNull(meetingInvitation.withdrawnAt)))
    .orderBy(asc(person.name));
  const here = new Set(present.map(({ personId }) => personId));
  const placeOf = ({ teamName, schoolName }: (typeof invited)[number]) =>
    teamName === null || schoolName === null ? withoutTeam : `${schoolName} · ${teamName}`;
  const known = new Map(invited.map((one) => [one.personId, placeOf(one)]));
  const comers = [
    ...present.map(({ personId, name }) => ({ name, of: known.get(personId) ?? withoutTeam, came: true })),
    ...invited
      .filter(({ answer, personId }) => answer === 'no' && !here.has(personId))
      .map((one) => ({ name: one.name, of: placeOf(one), came: false })),
  ];
  return [...groupedBy(comers, ({ of }) => of)]
    .map(([name, people]) => ({
      name,
      present: people.filter(({ came }) => came).map((one) => one.name),
      apologies: people.filter(({ came }) => !came).map((one) => one.name),
    }))
    .toSorted(
      (one, other) =>
        Number(one.name === withoutTeam) - Number(other.name === withoutTeam) ||
        one.name.localeCompare(other.name),
    );
}

async function listSaid(db: Connection, meetingId: string): Promise<Map<string, SaidInRoom[]>> {
  const rows = await db
    .select({
      ...{ itemId: contribution.itemId, kind: contribution.kind, body: contribution.body },
      takenUpAt: contribution.takenUpAt,
      votes: sql<number>`(select count(*) from ${contributionVote} v where v.contribution_id = ${contribution}.id)`,
    })
    .from(contribution)
    .where(and(eq(contribution.meetingId, meetingId), isNull(contribution.withdrawnAt)))
    .orderBy(asc(contribution.writtenAt), asc(contribution.id));
  return groupedBy(
    rows.map(({ takenUpAt, ...row }) => ({ ...row, takenUp: takenUpAt !== null })),
    ({ itemId }) => itemId,
  );
}

/** The cycles whose teams agreed to show them: of the others the room saw no more than the team's name. */
async function listShownCycles(db: Connection, meetingId: string): Promise<Set<string>> {
  const rows = await db
    .select({ cycleId: presentation.cycleId })
    .from(presentation)
    .where(and(eq(presentation.meetingId, meetingId), isNotNull(presentation.agreedAt)));
  return new Set(rows.map(({ cycleId }) => cycleId));
}

/** The teams that somebody who came works in or was invited with. */
async function listTeamsHere(
  db: Connection,
  { id: meetingId, day }: Pick<Meeting, 'id' | 'day'>,
): Promise<Set<string>> {
  const members = await db
    .selectDistinct({ teamId: teamMembership.teamId })
    .from(attendance)
    .innerJoin(teamMembership, eq(teamMembership.personId, attendance.personId))
    .where(
      and(
        eq(attendance.meetingId, meetingId),
        or(isNull(teamMembership.endedOn), gte(teamMembership.endedOn, day)),
      ),
    );
  const invited = await db
    .selectDistinct({ teamId: meetingInvitation.teamId })
    .from(attendance)
    .innerJoin(
      meetingInvitation,
      and(
        eq(meetingInvitation.meetingId, attendance.meetingId),
        eq(meetingInvitation.personId, attendance.personId),
      ),
    )
    .where(eq(attendance.meetingId, meetingId));
  return new Set([...members, ...invited].flatMap(({ teamId }) => teamId ?? []));
}

async function loadHeldRoom(db: Connection, meeting: Meeting): Promise<HeldRoom> {
  const { place, times } = await loadRoomTimes(db, meeting.id);
  return {
    startedAt: place.startedAt,
    begunSteps: new Set([...times.keys(), ...(place.stepId === null ? [] : [place.stepId])]),
    agreedCycles: await listShownCycles(db, meeting.id),
    teamsHere: await listTeamsHere(db, meeting),
  };
}

/** What the minutes of a meeting that `findMeeting` gave may tell: what the room saw, the same for every reader. */
export async function loadMeetingFacts(
  db: Connection,
  actor: Actor,
  meeting: Meeting,
): Promise<MeetingFacts> {
  const { id, title, ofName, timeZone, place } = meeting;
  const agenda = await loadAgenda(db, meeting);
  const said = await listSaid(db, id);
  const room = await loadHeldRoom(db, meeting);
  const notes = await db
    .select({ itemId: meetingNote.itemId, words: meetingNote.words })
    .from(meetingNote)
    .where(eq(meetingNote.meetingId, id));
  const noteOf = new Map(notes.map(({ itemId, words }) => [itemId, words]));
  const made = await listCommitmentsOfMeeting(db, actor, id);
  return {
    ...{ title, ofName, ...heldAt(meeting, room.startedAt), timeZone, place },
    comers: await listComers(db, id),
    items: agenda.map((item) => {
      const written = { notes: noteOf.get(item.id) ?? '', said: said.get(item.id) ?? [] };
      const hasWords = written.notes.trim() !== '' || written.said.length > 0;
      return {
        ...{ title: item.title, minutes: minutesOfItem(item), reached: wasReached(item, room, hasWords) },
        ...{ presented: presentedWords(item, room), focus: item.focus, ...written },
      };
    }),
    commitments: made
      .filter(({ state }) => state !== 'let_go')
      .map(({ who, team: of, personId, what, byWhen }) => ({
        ...{ what, byWhen },
        who: of === null || personId === null ? who : `${of.name}, ${who}`,
      })),
  };
}
