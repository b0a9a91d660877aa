import type { MeetingKind } from '#db/vocabulary';
import { findQuestions } from '~/features/disclosure/free-text/find-questions';
import type { NoticeFacts } from './notice-words';

/**
 * True where words may leave the team, in a mail or a calendar: nothing in them seems to name a student or to tell the
 * numbers of a small group (disclosure.md). `staff` are names that are no student's.
 */
export function mayLeave(text: string, staff: readonly string[]): boolean {
  const questions = findQuestions(text, {
    ...{ staffNames: [...staff], placeNames: [], givenAway: [] },
    ...{ numbersAreHidden: true, hidden: 'nothing' },
  });
  return questions.length === 0;
}

/** A notice's facts without those words of people that may not leave; what is left out stands behind the link. */
export function discreet(facts: NoticeFacts, readerName: string): NoticeFacts {
  const staff = [readerName, facts.actorName, facts.aboutName ?? ''];
  const kept = (text: string | null) => (text !== null && mayLeave(text, staff) ? text : null);
  return {
    ...facts,
    changeIdea: kept(facts.changeIdea),
    measureName: kept(facts.measureName),
    words: kept(facts.words),
    meetingTitle: kept(facts.meetingTitle),
    detail: kept(facts.detail) ?? '',
  };
}

const kindNames: Record<MeetingKind, string> = {
  network_day: 'Network day',
  cohort_huddle: 'Huddle',
  team_meeting: 'Team meeting',
};

/** A meeting as somebody knows it who was not told what it is now: what kind it is and of whom. */
export function unnamedMeeting<
  T extends { title: string; kind: MeetingKind; ofName: string; place: string; link: string },
>(meeting: T): T {
  const { kind, ofName } = meeting;
  return { ...meeting, title: `${kindNames[kind]} of ${ofName}`, place: '', link: '' };
}

/** A meeting whose title may leave: its own, or what kind of meeting it is and of whom. */
export function discreetMeeting<T extends { title: string; kind: MeetingKind; ofName: string }>(
  meeting: T,
  staff: readonly string[],
): T {
  const { title, kind, ofName } = meeting;
  return mayLeave(title, staff) ? meeting : { ...meeting, title: `${kindNames[kind]} of ${ofName}` };
}
