const minuteMs = 60_000;

type Planned = { startsAt: number; minutes: number };
/** `endedAt`: when its room was ended; null while it was not. */
type Held = Planned & { endedAt: number | null };
type Answerable = Held & { announcedAt: number | null; cancelledAt: number | null };

/** When it ends as planned (UTC milliseconds). */
export const plannedEnd = ({ startsAt, minutes }: Planned): number => startsAt + minutes * minuteMs;

/** Its room was ended, however early, or its planned time has passed. */
export const isOver = (meeting: Held, now: number): boolean =>
  meeting.endedAt !== null || now >= plannedEnd(meeting);

/** An answer may be given and changed from the announcement to the end, unless the meeting was cancelled. */
export function takesAnswers(meeting: Answerable, now: number): boolean {
  return meeting.announcedAt !== null && meeting.cancelledAt === null && !isOver(meeting, now);
}

/** How long before its beginning a room opens, in minutes. */
export const opensBefore = 30;

/** The room is open: from half an hour before the beginning to the end. */
export function isRoomOpen(meeting: Held, now: number): boolean {
  return now >= meeting.startsAt - opensBefore * minuteMs && !isOver(meeting, now);
}
