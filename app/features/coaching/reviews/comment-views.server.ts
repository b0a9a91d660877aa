import { v7 as uuidv7 } from 'uuid';
import type { Cycle } from '~/features/cycles/cycle';
import type { CycleText } from '~/features/cycles/cycle-texts';
import { stageWords } from '~/features/cycles/cycle-words';
import { formatDay, schoolDayAt } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import { anchorOf, textKeyOf } from './comment-anchor';
import { commentStanding, isAnsweredByOthers, takingBack } from './comment-state';
import { withDays } from './days-in-text';
import { editPlace } from './edit-path';
import type { ReviewComment } from './review';
import type { CommentView } from './review-page';

export type Calendar = { timeZone: string; today: SchoolDay };

export const dayWords = (at: number, { timeZone, today }: Calendar) =>
  formatDay(schoolDayAt(at, timeZone), today);

type About = { reviewId: string; cycle: Cycle; texts: CycleText[]; personId: string };

/** Comments as pages show them, with how far each has come against what the cycle says now. */
export function commentViews(
  comments: ReviewComment[],
  { reviewId, cycle, texts, personId }: About,
  calendar: Calendar,
): CommentView[] {
  return comments.map((comment) => {
    const { id, kind, body, stage, handedAt, isWithdrawn, saidThen, settled } = comment;
    const standing = commentStanding(comment, texts);
    const readable = ({ before, now }: { before: string; now: string }) => ({
      before: withDays(before, comment.field, calendar.today),
      now: withDays(now, comment.field, calendar.today),
    });
    const label = texts.find(({ key }) => key === textKeyOf(comment))?.label;
    return {
      ...{ id, kind, body, stage, handedAt, isWithdrawn, reviewId },
      saidThen: withDays(saidThen, comment.field, calendar.today),
      anchor: anchorOf(comment),
      about:
        comment.point !== null
          ? saidThen
          : (label ?? (comment.field === null ? stageWords[stage].name : 'A part that is gone')),
      by: comment.author.name,
      on: dayWords(comment.writtenAt, calendar),
      takingBack:
        comment.author.id === personId
          ? takingBack({ handedAt, isAnswered: isAnsweredByOthers(comment), isSettled: settled !== null })
          : 'no',
      standing: { state: standing.state, edit: standing.edit && readable(standing.edit) },
      settled: settled === null ? null : `${settled.by}, ${dayWords(settled.at, calendar)}`,
      answers: comment.answers.map(({ id: answerId, body: said, author, answeredAt }) => ({
        ...{ id: answerId, body: said, by: author.name, on: dayWords(answeredAt, calendar) },
      })),
      newAnswerId: uuidv7(),
      edit: editPlace(cycle, comment),
    };
  });
}
