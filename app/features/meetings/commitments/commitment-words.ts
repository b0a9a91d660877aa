import { formatDay, schoolDayAt } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import type { MeetingKind } from '#db/vocabulary';
import type { Commitment } from './commitment';

type Standing = Pick<Commitment, 'byWhen' | 'state' | 'settledAt'>;
type Clock = { timeZone: string; today: SchoolDay };

/** `by Feb 6, open`, `kept Feb 3`, `let go Feb 3`. */
export function standingWords({ byWhen, state, settledAt }: Standing, { timeZone, today }: Clock): string {
  if (state === 'open') return `by ${formatDay(byWhen, today)}, open`;
  const word = state === 'kept' ? 'kept' : 'let go';
  return settledAt === null ? word : `${word} ${formatDay(schoolDayAt(settledAt, timeZone), today)}`;
}

/** Those who run a meeting, together. */
export function runnersWords(kind: MeetingKind): string {
  return kind === 'team_meeting' ? 'The team and its coaches' : 'The facilitators';
}
