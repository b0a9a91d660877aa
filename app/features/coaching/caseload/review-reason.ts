import { stageWords } from '~/features/cycles/cycle-words';
import { formatDay } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import type { CaseloadReview, Reason, TeamFacts, Words } from './caseload';
import { agoWords, weekWords } from './caseload-words';

/** The review, with the step that began this turn: a rest of an earlier turn does not hold for it. */
function turnKey({ id, turnId }: CaseloadReview): string {
  return turnId === null ? id : `${id}/${turnId}`;
}

/** `You`, the coach's name, or `A coach`. */
function reader({ mine, coachName }: CaseloadReview): string {
  if (coachName === null) return 'A coach';
  return mine ? 'You' : coachName;
}

function againWords(review: CaseloadReview, { today, cycles }: TeamFacts): Words {
  const now = cycles.find(({ id }) => id === review.cycleId)?.stage;
  const whom = review.mine ? 'you' : (review.coachName ?? 'a coach');
  const asked = `Asked ${whom} to look again, ${agoWords(review.since, today)}`;
  const begun = review.state === 'reading' ? '; the reading has begun' : '';
  return now === undefined
    ? [`${asked}${begun}.`]
    : [`${asked}${begun}; now in `, { strong: stageWords[now].name }, '.'];
}

function turnWords(review: CaseloadReview, facts: TeamFacts): Words {
  const { state, mine, byTeam, since, askedAgain, returnedOn } = review;
  const stage = { strong: stageWords[review.stage].name };
  const ago = agoWords(since, facts.today);
  if (state === 'answered')
    return [
      mine ? 'Answered all you asked about ' : 'Answered all that was asked about ',
      stage,
      `, ${ago}.`,
    ];
  if (askedAgain) return againWords(review, facts);
  if (returnedOn !== null) return [`${reader(review)} began to read `, stage, ` again, ${ago}.`];
  if (byTeam)
    return [
      ...[mine ? 'Asked for your review of ' : 'Asked for a review of ', stage, `, ${ago}`],
      state === 'reading' ? '; the reading has begun.' : '.',
    ];
  return [mine ? 'You began to read ' : 'A coach began to read ', stage, ` ${ago}; nothing is back yet.`];
}

function turnExplanation(review: CaseloadReview, today: SchoolDay): string {
  const { state, since, byTeam, askedAgain, returnedOn } = review;
  const day = formatDay(since, today);
  if (state === 'answered')
    return `The review came back to the team with questions; its last answer is of ${day}, and no question is open.`;
  if (returnedOn !== null) {
    const back = `${reader(review)} took it up, and it came back to the team on ${formatDay(returnedOn, today)}.`;
    const begun = state === 'reading' ? ', and the reading has begun' : '';
    return askedAgain
      ? `${back} The team asked to look again on ${day}${begun}.`
      : `${back} The reading began again on ${day}, and nothing more has been handed back.`;
  }
  if (state === 'asked') return `The team asked on ${day}, and no coach has taken it up.`;
  return byTeam
    ? `The team asked on ${day}. ${reader(review)} took it up, and nothing has been handed back to the team.`
    : `${reader(review)} began to read on ${day}, and nothing has been handed back to the team.`;
}

/** A review that waits for a coach, as a reason to look at its team. */
export function reviewReason(review: CaseloadReview, facts: TeamFacts): Reason {
  const cycle = facts.cycles.find(({ id }) => id === review.cycleId);
  const weeks = cycle?.stage === 'do' ? weekWords(cycle, facts) : '';
  return {
    ...{ reason: 'review_asked', aboutId: turnKey(review), cycleId: review.cycleId, measureId: null },
    since: review.since,
    words: [...turnWords(review, facts), ...(weeks === '' ? [] : [weeks])],
    explanation: `${turnExplanation(review, facts.today)} Reviews that wait for a coach come before all else, on days off too.`,
  };
}
