const minuteMs = 60_000;

type Planned = { startsAt: number; minutes: number };
type Answerable = Planned & { announcedAt: number | null; cancelledAt: number | null };

/** When it ends as planned (UTC milliseconds). */
export const plannedEnd = ({ startsAt, minutes }: Planned): number => startsAt + minutes * minuteMs;

/** Its planned time has passed. */
export const isOver = (meeting: Planned, now: number): boolean => now >= plannedEnd(meeting);

/** An answer may be given and changed from the announcement to the end, unless the meeting was cancelled. */
export function takesAnswers(meeting: Answerable, now: number): boolean {
  return meeting.announcedAt !== null && meeting.cancelledAt === null && !isOver(meeting, now);
}

/** How long before its beginning a room opens, in minutes. */
export const opensBefore = 30;

/** The room is open: from half an hour before the beginning to the planned end. */
export function isRoomOpen(meeting: Planned, now: number): boolean {
  return now >= meeting.startsAt - opensBefore * minuteMs && !isOver(meeting, now);
}
