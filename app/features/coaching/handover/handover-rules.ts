import { addDays } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import type { Handover } from './handover';

/** How long a handover's note stands on top of the team's page, in days from the next coach's first. */
const weeksOnTop = 28;

/**
 * The note a new coach reads first: the newest that was written for them, or for whoever comes next, in their first four
 * weeks. `handovers` newest first; `beganOn` is the reader's first day as this team's coach, null where that was not kept.
 */
export function noteForNewCoach(
  handovers: readonly Handover[],
  { personId, beganOn, today }: { personId: string; beganOn: SchoolDay | null; today: SchoolDay },
): Handover | null {
  if (beganOn === null || addDays(beganOn, weeksOnTop) <= today) return null;
  const forMe = handovers.find(({ nextCoachId }) => nextCoachId === personId || nextCoachId === null);
  return forMe && forMe.note !== '' ? forMe : null;
}

type OpenReview = {
  requestedBy: string | null;
  stage: 'requested' | 'in_progress' | 'returned';
  /** Null where the team has had no words of the coach yet. */
  feedbackAt: number | null;
};

/**
 * Where a leaving coach's open review goes: on to the coach who follows; else back among the requests; and where the coach
 * had begun it unasked, it ends: as done once the team has had words of it, at whatever stage, and as withdrawn before.
 */
export function reviewAfterHandover(
  { requestedBy, stage, feedbackAt }: OpenReview,
  nextCoachId: string | null,
): { stage: 'requested' | 'in_progress' | 'returned' | 'done' | 'withdrawn'; keepsCoach: boolean } {
  if (nextCoachId !== null) return { stage, keepsCoach: false };
  if (requestedBy !== null) return { stage: 'requested', keepsCoach: false };
  const isKept = stage === 'returned' || feedbackAt !== null;
  return { stage: isKept ? 'done' : 'withdrawn', keepsCoach: true };
}
