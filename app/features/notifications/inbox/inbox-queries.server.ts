import type { Actor } from '~/features/people/actor';
import { addDays, formatClock, formatWeekday, schoolDayAt } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import type { Connection } from '~/platform/database.server';
import { loadNotices } from '../notice-queries.server';
import type { InboxAddress, InboxItem, InboxPage } from './inbox';
import { countUnread } from './unread-count.server';

const pageSize = 50;

function dayName(day: SchoolDay, today: SchoolDay): string {
  if (day === today) return 'Today';
  if (day === addDays(today, -1)) return 'Yesterday';
  return day.slice(0, 4) === today.slice(0, 4)
    ? formatWeekday(day)
    : `${formatWeekday(day)}, ${day.slice(0, 4)}`;
}

/** One page of a person's inbox, fifty notices, newest first. */
export async function loadInbox(
  db: Connection,
  actor: Actor,
  { unreadOnly, before }: InboxAddress,
  { timeZone, today }: { timeZone: string; today: SchoolDay },
): Promise<InboxPage> {
  const wanted = { newest: pageSize + 1, before, unread: unreadOnly };
  const found = await loadNotices(db, actor, wanted);
  const notices = found.slice(0, pageSize);
  const days: { on: string; items: InboxItem[] }[] = [];
  for (const notice of notices) {
    const on = dayName(schoolDayAt(notice.happenedAt, timeZone), today);
    const item = { ...notice, at: formatClock(notice.happenedAt, timeZone) };
    if (days.at(-1)?.on === on) days.at(-1)?.items.push(item);
    else days.push({ on, items: [item] });
  }
  return {
    ...{ unreadOnly, before, days },
    older: found.length > pageSize ? (notices.at(-1)?.id ?? null) : null,
    newest: before === null ? (notices[0]?.id ?? null) : null,
    unread: await countUnread(db, actor),
  };
}
