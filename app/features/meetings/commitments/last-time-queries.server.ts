import type { Actor } from '~/features/people/actor';
import type { Connection } from '~/platform/database.server';
import type { AgendaItem } from '../agenda/agenda';
import type { Meeting } from '../meeting';
import { listCommitmentsBefore } from './commitment-queries.server';
import { lastTimeOf, lastTimeProtocol } from './last-time';
import type { LastTimeTeam } from './last-time';

type Followed = Pick<Meeting, 'id' | 'cohortId' | 'teamId' | 'startsAt'>;

const nobody: Actor = {
  ...{ personId: '', name: '', email: '', memberships: [], coachedTeamIds: [], facilitatedCohortIds: [] },
  ...{ sponsoredSchoolIds: [], sponsoredLeaIds: [], isAdministrator: false },
};

/** What a room goes through again, the same for all in it. */
export async function loadLastTime(db: Connection, meeting: Followed): Promise<LastTimeTeam[]> {
  return lastTimeOf(await listCommitmentsBefore(db, nobody, meeting));
}

/**
 * Which of it the actor reaches, by id, in a meeting that `findMeeting` gave; none where its agenda has no place for it. Asked once
 * for each page: what the room shows changes while it is open.
 */
export async function listLastTimeToOpen(
  db: Connection,
  actor: Actor,
  meeting: Meeting,
  agenda: readonly Pick<AgendaItem, 'protocolKey'>[],
): Promise<string[]> {
  if (!agenda.some(({ protocolKey }) => protocolKey === lastTimeProtocol)) return [];
  const before = await listCommitmentsBefore(db, actor, meeting);
  return before.flatMap(({ id, mayOpen }) => (mayOpen ? [id] : []));
}
