import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '~/features/people/actor';
import { memberTeamIds } from '~/features/people/people-policy';
import type { SchoolDay } from '~/lib/school-day';
import type { Connection } from '~/platform/database.server';
import type { Meeting } from '../meeting';
import { listOpenCyclesOf } from './commitment-cycle.server';
import { usualByWhen } from './commitment-rules';
import type { CommitmentFormFacts } from './new-commitment';
import { nextMeetingDay } from './next-meeting-queries.server';
import { loadTakerChoices } from './taker-choices.server';

/**
 * What the form of a new commitment needs, in a meeting that `findMeeting` gave. The cycles to choose from are those of the
 * teams the writer works in, and of the team whose meeting it is; of another team nobody learns which cycles it has.
 */
export async function loadCommitmentFormFacts(
  db: Connection,
  actor: Actor,
  meeting: Pick<Meeting, 'id' | 'kind' | 'cohortId' | 'teamId' | 'runs' | 'day'>,
  today: SchoolDay,
): Promise<CommitmentFormFacts> {
  const { choices, daysOff } = await loadTakerChoices(db, meeting, today);
  const nextDay = await nextMeetingDay(db, actor, meeting, today);
  const byWhen = usualByWhen(today, daysOff, { meetingDay: meeting.day, nextDay });
  const inMeeting = new Set(choices.teams.map(({ teamId }) => teamId));
  const near = new Set([...memberTeamIds(actor), ...(meeting.teamId === null ? [] : [meeting.teamId])]);
  const teamIds = [...near].filter((teamId) => inMeeting.has(teamId));
  const cycles = await listOpenCyclesOf(db, actor, teamIds);
  const isForMany = meeting.teamId === null && (meeting.runs || teamIds.length > 1);
  const usualTeamId = isForMany ? null : (meeting.teamId ?? teamIds[0] ?? null);
  const { personId } = actor;
  return { meetingId: meeting.id, personId, newId: uuidv7(), choices, byWhen, cycles, usualTeamId, today };
}
