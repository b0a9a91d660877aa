import type { SchoolDay } from '~/lib/school-day';
import type { ClockTime } from '~/lib/wall-clock';
import { startOf } from '../plan/meeting-time-rules';
import { startWords } from '../when-words';

type SeriesStart = { ok: true; day: SchoolDay; startsAt: number } | { ok: false; message: string };

/** As `startOf`, for one of several days: where clocks leave the time out, the message says on which day. */
export function startOnDay(
  { day, time, timeZone }: { day: SchoolDay; time: ClockTime; timeZone: string },
  today: SchoolDay,
): SeriesStart {
  const start = startOf({ day, time, timeZone });
  if (start.ok) return { ok: true, day, startsAt: start.startsAt };
  return { ok: false, message: `${startWords({ day, time }, today)}: ${start.message}` };
}
