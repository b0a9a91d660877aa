import { Link } from 'react-router';
import { scaleWords } from '~/features/cycles/cycle-words';
import { formatSpan } from '~/lib/school-day';
import { Card } from '~/ui/card';
import { PageHeader } from '~/ui/page-header';
import type { ReviewPage } from './review-page';
import type { ReviewMove } from './review-stages';
import { AskForm, BeginForm, MoveButton } from './step-forms';

/** What is read, where the review stands, what the team asked, and the first move. */
export function ReviewHeader({ page, isMember }: { page: ReviewPage; isMember: boolean }) {
  const { cycle, team, review, today } = page;
  return (
    <>
      <PageHeader
        above={
          <Link to={`/cycles/${cycle.id}`} className="inline-block min-h-6">
            Cycle {cycle.number} of “{cycle.changeIdea}”
          </Link>
        }
        title={`Review: ${cycle.changeIdea}`}
        lead={`${team.schoolName} · ${team.teamName} · cycle ${cycle.number} of its ramp · ${scaleWords[cycle.scale]} · ${formatSpan(cycle.plannedStart, cycle.plannedEnd, today)}`}
      />
      <Card className="mb-5 p-4! sm:p-5!" labelledBy="review-standing">
        <h2 id="review-standing" className="text-base">
          {review === null ? 'Nobody has asked for a review yet' : page.standing}
        </h2>
        {review && review.asks !== '' ? (
          <p className="mt-2 wrap-anywhere">
            <span className="text-sm text-soft">
              <bdi>{review.requestedBy?.name}</bdi> would like to know
            </span>
            <span dir="auto" className="block whitespace-pre-line">
              {review.asks}
            </span>
          </p>
        ) : null}
        {page.changedSince === null ? null : (
          <p className="mt-2 text-sm text-soft">
            What the team changed since {page.changedSince} is marked below.
          </p>
        )}
        {page.open.length === 0 ? null : (
          <ul aria-label="What waits for an answer" className="mt-1 flex flex-wrap gap-x-4 text-sm">
            <li aria-hidden="true" className="text-soft">
              Waits for an answer:
            </li>
            {page.open.map(({ id, about }) => (
              <li key={id}>
                <a href={`#comment-${id}`} className="inline-block min-h-6">
                  {about}
                </a>
              </li>
            ))}
          </ul>
        )}
        <Steps steps={page.steps} />
        <FirstMoves page={page} />
        {page.may.request ? (
          <>
            <p className="mt-2 text-sm text-soft">Ask at any stage; the earlier, the more it helps.</p>
            <AskForm cycleId={cycle.id} newId={page.newIds.review} coaches={team.coaches} />
          </>
        ) : null}
        {isMember && team.coaches.length === 0 && (review === null || !page.isNewest) ? (
          <p className="mt-2 text-sm text-soft">Your team has no coach at the moment.</p>
        ) : null}
      </Card>
    </>
  );
}

function Steps({ steps }: Pick<ReviewPage, 'steps'>) {
  if (steps.length === 0) return null;
  return (
    <ol className="mt-2 space-y-1 text-sm text-soft" aria-label="Steps so far">
      {steps.map((step) => (
        <li key={step.id} className="wrap-anywhere">
          {step.on}: <bdi>{step.by}</bdi> {step.sentence}.
          {step.note === '' ? null : (
            <span dir="auto" className="block whitespace-pre-line text-ink">
              “{step.note}”
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}

/** `take_up` means three things, by who reads at the moment. */
function takeUpWords({ review }: ReviewPage): string {
  if (review?.stage === 'in_progress') return `Carry on from ${review.coach?.name ?? 'the other coach'}`;
  if (review?.stage === 'returned') return 'Read it again';
  return 'Begin to read';
}

function FirstMoves({ page }: { page: ReviewPage }) {
  const { review, moves, may, cycle, newIds } = page;
  const at = review && { reviewId: review.id, stepId: newIds.step, version: review.version };
  const shown = (['take_up', 'withdraw', 'end'] satisfies ReviewMove[]).filter((move) =>
    moves.includes(move),
  );
  if (!may.begin && shown.length === 0) return null;
  return (
    <div className="mt-3 flex flex-wrap gap-2 print:hidden">
      {may.begin ? <BeginForm cycleId={cycle.id} newId={newIds.review} /> : null}
      {at && moves.includes('take_up') ? (
        <MoveButton at={at} move="take_up" isFirst={review.stage === 'requested'}>
          {takeUpWords(page)}
        </MoveButton>
      ) : null}
      {at && moves.includes('withdraw') ? (
        <MoveButton at={at} move="withdraw">
          Take the request back
        </MoveButton>
      ) : null}
      {at && moves.includes('end') ? (
        <MoveButton at={at} move="end">
          We are done with it
        </MoveButton>
      ) : null}
    </div>
  );
}
