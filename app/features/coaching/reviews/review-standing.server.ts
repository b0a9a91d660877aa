import { v7 as uuidv7 } from 'uuid';
import type { Cycle } from '~/features/cycles/cycle';
import { cycleTexts } from '~/features/cycles/cycle-texts';
import { listMeasuresOfTeam } from '~/features/measures/measure-queries.server';
import type { Actor } from '~/features/people/actor';
import { coachesTeam, worksInTeam } from '~/features/people/people-policy';
import type { Connection } from '~/platform/database.server';
import { askedOf } from './asked-words';
import { waitsForTeam } from './comment-state';
import { commentViews, dayWords } from './comment-views.server';
import type { Calendar } from './comment-views.server';
import type { ReviewStanding } from './review-standing';
import { listComments, listReviewsOfCycle } from './review-queries.server';
import { isOpenReview } from './review-stages';
import { standsSince } from './stands-since';
import { standingWords } from './review-words';

/** The newest review of a cycle with what is not settled in it; null where there is nothing to say to this person. */
export async function loadReviewStanding(
  db: Connection,
  actor: Actor,
  { cycle, coaches }: { cycle: Cycle; coaches: string[] },
  calendar: Calendar,
): Promise<ReviewStanding | null> {
  const newest = (await listReviewsOfCycle(db, actor, cycle.id))[0] ?? null;
  const isMember = worksInTeam(actor, cycle.teamId);
  const isCoach = coachesTeam(actor, cycle.teamId);
  const isOpen = newest !== null && isOpenReview(newest.stage);
  const askable = isMember && !isOpen ? coaches : [];
  if (newest === null && askable.length === 0 && !isCoach) return null;
  const handed =
    newest === null || newest.feedbackAt === null
      ? []
      : await listComments(db, newest.id, { isCoach: false });
  const unsettled = handed.filter(({ settled, isWithdrawn }) => settled === null && !isWithdrawn);
  const texts =
    unsettled.length === 0 ? [] : cycleTexts(cycle, await listMeasuresOfTeam(db, actor, cycle.teamId));
  const views = commentViews(
    unsettled,
    { reviewId: newest?.id ?? '', cycle, texts, personId: actor.personId },
    calendar,
  );
  const open = views.filter(waitsForTeam);
  const since =
    newest === null
      ? null
      : standsSince(
          newest,
          unsettled.filter(({ id }) => open.some((one) => one.id === id)),
        );
  return {
    cycleId: cycle.id,
    sentence:
      newest === null
        ? ''
        : standingWords(newest, { open: askedOf(open), isMember, personId: actor.personId }),
    on: since === null ? '' : dayWords(since, calendar),
    askable,
    mayBegin: isCoach && !isOpen,
    newReviewId: uuidv7(),
    comments: views.filter(({ kind }) => kind !== 'celebrate' || newest?.stage === 'returned'),
    mayAnswer: isMember,
  };
}
