import type { Actor } from '~/features/people/actor';
import type { Connection } from '~/platform/database.server';
import type { AgendaItem } from '../agenda/agenda';
import type { Meeting } from '../meeting';
import { listCommitmentsBefore } from './commitment-queries.server';
import { lastTimeOf, lastTimeProtocol } from './last-time';
import type { LastTimeTeam } from './last-time';

/** What a room goes through again, in a meeting that `findMeeting` gave; empty where its agenda has no place for it. */
export async function loadLastTime(
  db: Connection,
  actor: Actor,
  meeting: Meeting,
  agenda: readonly Pick<AgendaItem, 'protocolKey'>[],
): Promise<LastTimeTeam[]> {
  if (!agenda.some(({ protocolKey }) => protocolKey === lastTimeProtocol)) return [];
  return lastTimeOf(await listCommitmentsBefore(db, actor, meeting));
}
