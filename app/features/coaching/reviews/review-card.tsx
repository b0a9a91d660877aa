import { Link } from 'react-router';
import { ButtonLink } from '~/ui/button';
import { Card } from '~/ui/card';
import type { ReviewStanding } from './review-standing';
import { AskForm, BeginForm } from './step-forms';

/** On a cycle's page: where its review stands, or the way to ask for one. */
export function ReviewCard({ standing }: { standing: ReviewStanding }) {
  const { cycleId, sentence, on, askable, mayBegin } = standing;
  const page = `/cycles/${cycleId}/review`;
  return (
    <Card labelledBy="review-card" className="mt-8 p-4! sm:p-5! print:hidden">
      <h2 id="review-card" className="text-base">
        {sentence === '' ? (mayBegin ? 'Read this cycle as a coach' : 'Your coach') : 'Review'}
      </h2>
      {sentence === '' ? null : (
        <p className="mt-1">
          {sentence} <span className="text-sm text-soft">{on}</span>
        </p>
      )}
      {sentence === '' ? null : (
        <ButtonLink to={page} className="mt-3">
          Open the review
        </ButtonLink>
      )}
      {askable.length > 0 ? (
        <details suppressHydrationWarning className="mt-2">
          <summary className="inline-block min-h-6 font-semibold">Ask your coach to look at this</summary>
          <AskForm cycleId={cycleId} newId={standing.newReviewId} coaches={askable} />
        </details>
      ) : null}
      {mayBegin ? (
        <div className="mt-3 flex flex-wrap gap-2">
          <BeginForm cycleId={cycleId} newId={standing.newReviewId} />
          {sentence === '' ? (
            <Link to={page} className="inline-flex min-h-11 items-center px-1">
              Read it in one screen
            </Link>
          ) : null}
        </div>
      ) : null}
    </Card>
  );
}
