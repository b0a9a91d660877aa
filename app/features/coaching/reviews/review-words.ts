import type { CheckMark, ReviewCommentKind, ReviewStage } from '#db/vocabulary';
import { askedWords, waitingWords } from './asked-words';
import type { Asked } from './asked-words';
import type { CommentState } from './comment-state';
import type { Review } from './review';
import type { ReviewMove } from './review-stages';

export const reviewStageWords: Record<ReviewStage, string> = {
  requested: 'Asked for',
  in_progress: 'A coach is reading',
  returned: 'With the team',
  done: 'Done',
  withdrawn: 'Taken back',
};

export const commentKindWords: Record<ReviewCommentKind, { name: string; hint: string }> = {
  ask: { name: 'Ask', hint: 'a question' },
  suggest: { name: 'Suggest', hint: 'something to try' },
  celebrate: { name: 'Celebrate', hint: 'what is strong' },
};

/** What stands before a comment: `Lena Brandt asks`. */
export const commentVerbs: Record<ReviewCommentKind, string> = {
  ask: 'asks',
  suggest: 'suggests',
  celebrate: 'celebrates',
};

export const commentStateWords: Record<CommentState, string> = {
  open: 'Waits for an answer',
  answered: 'Answered',
  changed: 'Changed since',
  settled: 'Settled',
};

export const markWords: Record<CheckMark, string> = { yes: 'Yes', partly: 'Partly', not_yet: 'Not yet' };

/** What a step did, after the name of who took it. */
export const stepWords: Record<ReviewMove | 'request' | 'begin', string> = {
  request: 'asked for a review',
  begin: 'began a review',
  withdraw: 'took the request back',
  send_back: 'asked to look again',
  end: 'finished the review',
  take_up: 'took it up',
  return: 'sent it back with questions',
  finish: 'finished the review',
};

/** Words for the step that led to a stage; the first one begins the review. */
export function stepSentence(toStage: ReviewStage, isFirst: boolean): string {
  if (toStage === 'requested') return isFirst ? stepWords.request : stepWords.send_back;
  if (toStage === 'in_progress') return isFirst ? stepWords.begin : stepWords.take_up;
  if (toStage === 'returned') return stepWords.return;
  return toStage === 'done' ? stepWords.finish : stepWords.withdraw;
}

/** Without a coach it was the team that ended it. */
const doneWords = (coach: string | null) =>
  coach === null ? 'This review is done.' : `${coach} finished reading.`;

type Standing = { stage: ReviewStage; coachName: string | null; open: Asked };

/** Where a review stands, in one sentence for the team. `open`: what waits for the team. */
function standingForTeam({ stage, coachName, open }: Standing): string {
  const coach = coachName ?? 'Your coach';
  if (stage === 'requested')
    return coachName === null ? 'You asked for a review.' : `${coach} is asked to look again.`;
  if (stage === 'in_progress') return `${coach} is reading this cycle.`;
  if (stage === 'returned')
    return askedWords(open) === ''
      ? `Everything ${coachName ?? 'your coach'} asked has an answer.`
      : `${askedWords(open)} from ${coachName ?? 'your coach'}.`;
  return stage === 'done' ? doneWords(coachName) : 'The request was taken back.';
}

type CoachStanding = Standing & {
  askedBy: string | null;
  /** Who is looked for reads the review. */
  isMine: boolean;
};

/** Where a review stands, in one sentence for those who follow the team. */
function standingForFollowers({ stage, coachName, open, askedBy, isMine }: CoachStanding): string {
  const coach = isMine ? 'You' : (coachName ?? 'A coach');
  if (stage === 'requested')
    return coachName === null
      ? `${askedBy ?? 'The team'} asks for a review.`
      : `The team asks ${isMine ? 'you' : coachName} to look again.`;
  if (stage === 'in_progress') return `${coach} ${isMine ? 'are' : 'is'} reading this cycle.`;
  if (stage === 'returned')
    return askedWords(open) === ''
      ? 'With the team: everything has an answer.'
      : `With the team: ${waitingWords(open)}.`;
  return stage === 'done' ? doneWords(coachName === null ? null : coach) : 'The request was taken back.';
}

type Stood = Pick<Review, 'stage' | 'coach' | 'requestedBy'>;

/** Where a review stands, in one sentence for this person. `open`: what waits for the team. */
export function standingWords(
  { stage, coach, requestedBy }: Stood,
  { open, isMember, personId }: { open: Asked; isMember: boolean; personId: string },
): string {
  const standing = { stage, coachName: coach?.name ?? null, open };
  if (isMember) return standingForTeam(standing);
  const askedBy = requestedBy?.name ?? null;
  return standingForFollowers({ ...standing, askedBy, isMine: coach?.id === personId });
}
