import { daysWithoutBreaks } from '~/features/people/days-off';
import { counted } from '~/lib/number-format';
import { daysBetween, formatDay } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import type { CaseloadGroup, LastNudge, Reason, Rest, ReturnedReview, TeamFacts, Waiting } from './caseload';
import { quietAfter } from './quiet-rules';

/** So many days, the seventh with them, a coach's words are left to work before a team is called late or quiet again. */
export const wordsWorkFor = 7;

const isLately = (day: SchoolDay, today: SchoolDay) => daysBetween(day, today) <= wordsWorkFor;

/** What is with the team does not take from a review that waits for a coach, nor from news on a chart. */
const mayWait = ({ reason }: Reason) => reason !== 'review_asked' && reason !== 'signal';

/** A nudge speaks to the whole team, a returned review of its own cycle; that a team is quiet is about no cycle. */
function waits(reason: Reason, { nudge, returned, today }: TeamFacts): boolean {
  if (!mayWait(reason)) return false;
  if (nudge !== null && isLately(nudge.on, today)) return true;
  if (reason.reason === 'quiet') return false;
  return returned.some(({ cycleId, since }) => cycleId === reason.cycleId && isLately(since, today));
}

/** The reasons that call for somebody now, and those that wait while a coach's words are with the team. */
export function withoutWaiting(reasons: Reason[], facts: TeamFacts): { pressing: Reason[]; held: Reason[] } {
  return {
    pressing: reasons.filter((reason) => !waits(reason, facts)),
    held: reasons.filter((reason) => waits(reason, facts)),
  };
}

function returnedWords({ since, open }: ReturnedReview, today: SchoolDay): Waiting {
  const day = formatDay(since, today);
  const what =
    open === 0
      ? 'A review is with the team'
      : `${counted(open, 'question or idea', 'questions or ideas')} ${open === 1 ? 'is' : 'are'} with the team`;
  const held = isLately(since, today)
    ? ` For ${wordsWorkFor} days what is late in that cycle does not put the team under “Now”.`
    : ` That is more than ${wordsWorkFor} days ago, so what is late in that cycle counts again.`;
  return {
    words: `${what} since ${day}.`,
    explanation: `The review came back to the team on ${day}, and the next step in it is the team’s.${held}`,
  };
}

function nudgeWords({ on, coachName, mine }: LastNudge, today: SchoolDay): Waiting {
  const words = `${mine ? 'You' : coachName} wrote on ${formatDay(on, today)}.`;
  return {
    words,
    explanation: `${words} For ${wordsWorkFor} days after a nudge nothing late, missing or quiet puts the team under “Now”. Reviews that wait for a coach and signals always do.`,
  };
}

/** What of a coach's is with the team: returned reviews until they are answered, and a nudge of the last seven days. */
export function waitingOf({ returned, nudge, today }: TeamFacts): Waiting[] {
  const reviews = returned.map((one) => returnedWords(one, today));
  return nudge !== null && isLately(nudge.on, today) ? [...reviews, nudgeWords(nudge, today)] : reviews;
}

type Judged = { facts: TeamFacts; pressing: Reason[]; resting: Rest[] };

/** Where a team stands. It goes well only by what its own members did in the last three weeks, days off not counted. */
export function groupOf({ facts, pressing, resting }: Judged): CaseloadGroup {
  if (pressing.length > 0) return 'now';
  if (waitingOf(facts).length > 0) return 'with_team';
  const { hasActed, lastOwnDay, today, daysOff } = facts;
  const isActive = hasActed && daysWithoutBreaks(lastOwnDay, today, daysOff) < quietAfter;
  return isActive && resting.length === 0 ? 'well' : 'quiet';
}

function restWords(resting: Rest[], today: SchoolDay): string {
  const days = resting.map(({ until }) => until).toSorted();
  const first = formatDay(days[0] ?? today, today);
  const until = days[0] === days.at(-1) ? `until ${first}` : `the first until ${first}`;
  return resting.length === 1
    ? `Not now: 1 reason rests ${until}.`
    : `Not now: ${resting.length} reasons rest${until.startsWith('the') ? ',' : ''} ${until}.`;
}

/** What rests, or how long a quiet team has been quiet; empty for teams of which neither is to be said. */
export function standingOf(judged: Judged): string {
  const { facts, resting } = judged;
  const group = groupOf(judged);
  if (group === 'now' || group === 'well') return '';
  if (resting.length > 0) return restWords(resting, facts.today);
  if (group === 'with_team') return '';
  if (!facts.hasActed) return 'Nothing has happened yet.';
  const last = `last active ${formatDay(facts.lastOwnDay, facts.today)}.`;
  return facts.cycles.length === 0 ? `No cycle open; ${last}` : `L${last.slice(1)}`;
}
