import type { CycleSummary } from '~/features/cycles/cycle';
import { nextStep } from '~/features/cycles/next-step';
import type { SchoolDay } from '~/lib/school-day';
import { excerptOf } from './team-story';
import type { ReviewInStory } from './story';

export type Reader = { personId: string; as: 'coach' | 'member' | 'facilitator' };
export type NextForTeam = { title: string; text: string; button: string; path: string };

type Clock = { today: SchoolDay; timeZone: string };
type Facts = { teamId: string; open: readonly CycleSummary[]; reviews: readonly ReviewInStory[] };

const nameOf = ({ cycleNumber, changeIdea }: ReviewInStory) => `cycle ${cycleNumber} of “${changeIdea}”`;

function reviewFirst(reviews: readonly ReviewInStory[], { personId, as }: Reader): NextForTeam | null {
  const oldest = reviews.toSorted((one, other) => one.beganAt - other.beganAt);
  const in_ = (stage: ReviewInStory['stage']) => oldest.find((review) => review.stage === stage);
  const asked = in_('requested');
  const begun = oldest.find(({ stage, coachId }) => stage === 'in_progress' && coachId === personId);
  const returned = in_('returned');
  const to = ({ cycleId }: ReviewInStory) => `/cycles/${cycleId}/review`;
  if (as === 'coach' && asked)
    return {
      title: `${asked.requestedByName ?? 'The team'} asks for your review of ${nameOf(asked)}`,
      text: asked.asks === '' ? 'The cycle reads in one screen.' : `“${excerptOf(asked.asks)}”`,
      ...{ button: 'Review', path: to(asked) },
    };
  if (as === 'coach' && begun)
    return {
      title: `Your review of ${nameOf(begun)} is begun`,
      text: 'The team reads your words when you send them.',
      ...{ button: 'Go on with the review', path: to(begun) },
    };
  if (as === 'member' && returned)
    return {
      title: `${returned.coachName ?? 'Your coach'} read ${nameOf(returned)}`,
      text: 'Your answers are waited for; a changed field answers too.',
      ...{ button: 'Read and answer', path: to(returned) },
    };
  return null;
}

/** What a team needs next, as one thing to do for whoever reads. */
export function nextForTeam({ teamId, open, reviews }: Facts, reader: Reader, clock: Clock): NextForTeam {
  const review = reviewFirst(reviews, reader);
  if (review) return review;
  const [cycle] = open;
  if (cycle) {
    const step = nextStep(cycle, clock);
    if (reader.as === 'member')
      return { title: step.title, text: step.text, button: step.button, path: step.path };
    const title = `Cycle ${cycle.number} of “${cycle.changeIdea}”`;
    return { title, text: step.standing, button: 'Read', path: step.path };
  }
  if (reader.as === 'member')
    return {
      title: 'No cycle is open',
      text: 'Start with one change and a few students.',
      ...{ button: 'Plan a cycle', path: `/cycles/new?team=${teamId}` },
    };
  const nothing = {
    title: 'No cycle is open',
    text: 'A good moment to ask what they would like to find out next.',
  };
  return reader.as === 'coach'
    ? { ...nothing, button: 'Write to the team', path: `/coaching/${teamId}/nudges/new` }
    : { ...nothing, button: 'Open the team', path: `/teams/${teamId}` };
}
