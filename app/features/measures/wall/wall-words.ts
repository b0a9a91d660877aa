import { formatDay } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import type { NextDue } from '../due-rules';

/** When the next number is owed, in words. */
export function dueWords(due: NextDue, today: SchoolDay): string {
  if (due.state === 'late') return `late since ${formatDay(due.on, today)}`;
  if (due.state === 'silent') return `no number since ${formatDay(due.on, today)}`;
  if (due.state === 'due') return due.on === today ? 'due today' : `due by ${formatDay(due.on, today)}`;
  return `next from ${formatDay(due.on, today)}`;
}
