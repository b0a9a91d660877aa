import { capitalised, numberWord } from '~/lib/number-format';
import { formatDay, schoolDayAt } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import type { ReviewInStory } from './story';

const inWords = (count: number, one: string) =>
  count === 0 ? [] : [`${numberWord(count)} ${count === 1 ? one : `${one}s`}`];

/** `three questions and one idea, two settled` */
export function askedInWords({
  questions,
  ideas,
  settled,
}: Pick<ReviewInStory, 'questions' | 'ideas' | 'settled'>): string {
  const asked = [...inWords(questions, 'question'), ...inWords(ideas, 'idea')].join(' and ');
  const all = questions + ideas;
  if (settled === 0) return `${asked}, ${all === 1 ? 'not' : 'none'} settled yet`;
  return `${asked}, ${settled === all ? 'settled' : `${numberWord(settled)} settled`}`;
}

/** Where a review stands: `Finished Nov 12. Three questions, two settled.` */
export function reviewStanding(
  review: ReviewInStory,
  { timeZone, today }: { timeZone: string; today: SchoolDay },
): string {
  const { stage, requestedByName, coachName, beganAt, feedbackAt, endedAt } = review;
  const on = (instant: number) => formatDay(schoolDayAt(instant, timeZone), today);
  const coach = coachName ?? 'a coach';
  const asked = `${requestedByName ?? 'The team'} asked ${on(beganAt)}`;
  const standing = {
    requested: `${asked}; nobody has begun yet.`,
    in_progress: `${capitalised(coach)} reads it${requestedByName === null ? ` since ${on(beganAt)}` : `; ${asked}`}.`,
    returned: `${capitalised(coach)} sent it back${feedbackAt === null ? '' : ` ${on(feedbackAt)}`}.`,
    done: `${coachName ?? 'The team'} finished it${endedAt === null ? '' : ` ${on(endedAt)}`}.`,
    withdrawn: 'Taken back.',
  }[stage];
  if (review.questions + review.ideas === 0) return standing;
  return `${standing} ${capitalised(askedInWords(review))}.`;
}
