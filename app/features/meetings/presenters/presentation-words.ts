import type { SchoolDay } from '~/lib/school-day';
import type { ClockTime } from '~/lib/wall-clock';
import { startWords } from '../when-words';
import type { PresentationState } from './presentation';
import type { AskedWords } from './present-preview';

export const stateWords: Record<PresentationState, string> = {
  asked: 'Asked',
  agreed: 'Agreed',
  declined: 'Not this time',
};

/** What a team reads of a presentation it was asked for. */
export function askedSentence({
  state,
  meetingTitle,
  day,
  time,
}: {
  state: PresentationState;
  meetingTitle: string;
  day: SchoolDay;
  time: ClockTime;
}): string {
  const meeting = `${meetingTitle} on ${startWords({ day, time })}`;
  if (state === 'agreed') return `You present this at ${meeting}.`;
  if (state === 'declined') return `You said: not this time, at ${meeting}.`;
  return `${meeting} asks you to present this.`;
}

const mostNamed = 3;

/** What is missing before a team's yes counts: the tick, and the words it is about. */
export function notLookedAtWords(asked: AskedWords[]): string {
  const excerpts = asked.flatMap(({ questions }) => questions.map(({ excerpt }) => excerpt));
  const named = [...new Set(excerpts)].filter((excerpt) => excerpt.trim() !== '').slice(0, mostNamed);
  const about = named.length === 0 ? '' : ` It is about ${named.map((one) => `“${one}”`).join(', ')}.`;
  return `Nothing is agreed to yet: the tick at “I have looked” is missing.${about}`;
}

/** What its team reads of a presentation whose cycle was taken off the agenda. */
export function offAgendaWords({ state }: { state: PresentationState }): string {
  return state === 'agreed'
    ? 'This is no longer on the meeting’s agenda, so the room sees nothing of it. If it comes back, your yes stands, unless you take it back.'
    : 'This is no longer on the meeting’s agenda, so there is nothing to answer. If it comes back, you are asked again.';
}
