import { contactKinds } from '#db/vocabulary';
import type { ContactKind } from '#db/vocabulary';
import type { SchoolDay } from '~/lib/school-day';
import { agoWords } from '../caseload/caseload-words';
import type { ContactRow, Heard } from './contact';

/** In characters. */
export const longestContactNote = 600;

export const contactWords: Record<ContactKind, string> = {
  visit: 'Visit',
  call: 'Call',
  message: 'Message',
  meeting: 'Meeting',
};

export const heardWords: Record<Heard, string> = {
  visit: 'visited',
  call: 'called',
  message: 'wrote a message',
  meeting: 'met',
  review: 'reviewed',
  answer: 'answered in a review',
  nudge: 'nudged',
};

/** Three shapes, so that a mark never rests on its colour. */
export const heardShapes = { review: '●', nudge: '▲', contact: '◆' } as const;

export function shapeOf(heard: Heard): string {
  if (heard === 'nudge') return heardShapes.nudge;
  return contactKinds.some((kind) => kind === heard) ? heardShapes.contact : heardShapes.review;
}

/** `5 weeks ago, reviewed`; `not yet`. */
export function lastHeardWords(last: ContactRow['last'], today: SchoolDay): string {
  return last === null ? 'not yet' : `${agoWords(last.on, today)}, ${heardWords[last.heard]}`;
}
