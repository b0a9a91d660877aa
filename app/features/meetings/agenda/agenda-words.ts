import { counted } from '~/lib/number-format';
import type { AskedStanding, Subject } from './agenda';

/** `85 of 90 minutes; 5 left`, `102 of 90 minutes; 12 over`, `90 of 90 minutes; it fits`. */
export function sumWords(planned: number, length: number): string {
  const sum = `${planned} of ${counted(length, 'minute')}`;
  if (planned === length) return `${sum}; it fits`;
  return planned < length ? `${sum}; ${length - planned} left` : `${sum}; ${planned - length} over`;
}

/** What stands at the foot of an agenda, beside the time at which it is through. */
export function footWords(planned: number, length: number, end: string): string {
  if (planned === length) return 'The end. The agenda fills the meeting to the minute.';
  if (planned < length)
    return `The last part is over. ${counted(length - planned, 'minute')} left until ${end}.`;
  return `The last part is over, ${counted(planned - length, 'minute')} after the end at ${end}. Shorten or remove a part, or give the meeting more time.`;
}

/** Who or what an item is about, as the room reads it; empty for none. A post that is gone says no more than that. */
export function subjectWords(subject: Subject): string {
  if (subject.kind === 'none') return '';
  if (subject.kind === 'post')
    return subject.post === null
      ? 'A post that is no longer shared'
      : `“${subject.post.title}” · ${subject.post.signedAs}`;
  const { teamName, schoolName, cycle } = subject;
  const team = `${teamName}, ${schoolName}`;
  return cycle === null ? team : `${team} · ${cycleWords(cycle)}`;
}

export function cycleWords({ number, changeIdea }: { number: number; changeIdea: string }): string {
  return `cycle ${number}, ${changeIdea}`;
}

/** Beside a presenter, for those who run the meeting. */
export const askedWords: Record<AskedStanding, string> = {
  not_asked: 'not asked yet',
  asked: 'asked',
  agreed: 'agreed',
  declined: 'said no',
};
