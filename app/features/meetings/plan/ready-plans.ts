import type { MeetingKind } from '#db/vocabulary';
import { shippedProtocol } from '../protocols/protocol-library';
import type { Protocol } from '../protocols/protocol';

/** The agenda a meeting of a kind begins with unless somebody wants another: keys of shipped protocols, in order. */
const readyKeys: Record<MeetingKind, readonly string[]> = {
  network_day: ['welcome-5', 'last-time-10', 'consultancy-20', 'success-analysis-30', 'idea-market-25'],
  cohort_huddle: ['huddle-10'],
  team_meeting: ['team-meeting-45'],
};

export function readyPlan(kind: MeetingKind): Protocol[] {
  return readyKeys[kind].flatMap((key) => shippedProtocol(key) ?? []);
}
