import { Link } from 'react-router';
import type { WorkingStage } from '#db/vocabulary';
import { CommentList } from './comment-list';
import type { ReviewStanding } from './review-standing';

/** Near the top of a stage: what the coach asks about it and is not settled, to answer or to edit in place. */
export function CoachAsks({ standing, stage }: { standing: ReviewStanding; stage: WorkingStage }) {
  const here = standing.comments.filter((comment) => comment.stage === stage);
  if (here.length === 0) return null;
  return (
    <section
      aria-labelledby="coach-asks"
      className="mb-6 rounded-card border border-line bg-surface p-4 sm:p-5 print:hidden"
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id="coach-asks" className="text-base">
          {standing.mayAnswer ? 'Your coach asks' : 'The coach asks'}
        </h2>
        <Link to={`/cycles/${standing.cycleId}/review`} className="inline-block min-h-6 text-sm">
          The whole review
        </Link>
      </div>
      <CommentList
        comments={here}
        back={stage}
        mayAnswer={standing.mayAnswer}
        mayEdit={standing.mayAnswer}
        isApart
      />
    </section>
  );
}
