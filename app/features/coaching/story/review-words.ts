import { capitalised, numberWord } from '~/lib/number-format';
import { formatDay, schoolDayAt } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import type { ReviewInStory } from './story';

/** `three questions, two settled` */
export function questionsInWords({
  questions,
  settled,
}: Pick<ReviewInStory, 'questions' | 'settled'>): string {
  const asked = `${numberWord(questions)} ${questions === 1 ? 'question' : 'questions'}`;
  if (settled === 0) return `${asked}, ${questions === 1 ? 'not' : 'none'} settled yet`;
  return `${asked}, ${settled === questions ? 'settled' : `${numberWord(settled)} settled`}`;
}

/** Where a review stands: `Finished Nov 12. Three questions, two settled.` */
export function reviewStanding(
  { stage, requestedByName, coachName, beganAt, feedbackAt, endedAt, questions, settled }: ReviewInStory,
  { timeZone, today }: { timeZone: string; today: SchoolDay },
): string {
  const on = (instant: number) => formatDay(schoolDayAt(instant, timeZone), today);
  const coach = coachName ?? 'a coach';
  const asked = `${requestedByName ?? 'The team'} asked ${on(beganAt)}`;
  const standing = {
    requested: `${asked}; nobody has begun yet.`,
    in_progress: `${capitalised(coach)} reads it${requestedByName === null ? ` since ${on(beganAt)}` : `; ${asked}`}.`,
    returned: `${capitalised(coach)} sent questions${feedbackAt === null ? '' : ` ${on(feedbackAt)}`}.`,
    done: `${coachName ?? 'The team'} finished it${endedAt === null ? '' : ` ${on(endedAt)}`}.`,
    withdrawn: 'Taken back.',
  }[stage];
  if (questions === 0) return standing;
  return `${standing} ${capitalised(questionsInWords({ questions, settled }))}.`;
}
