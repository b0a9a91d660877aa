import { Link } from 'react-router';
import type { WorkingStage } from '#db/vocabulary';
import { askedOf, waitingWords } from './asked-words';
import { CommentList } from './comment-list';
import { CommentMark } from './comment-marks';
import { waitsForTeam } from './comment-state';
import type { CommentView } from './review-page';
import type { ReviewStanding } from './review-standing';

/** Near the top of a stage: what the coach said about it and is not settled, to answer or to edit in place. */
export function CoachAsks({ standing, stage }: { standing: ReviewStanding; stage: WorkingStage }) {
  const here = standing.comments.filter((comment) => comment.stage === stage);
  if (here.length === 0) return null;
  const asks = here.filter(({ kind }) => kind !== 'celebrate');
  const waiting = waitingWords(askedOf(here.filter(waitsForTeam)));
  return (
    <section
      aria-labelledby="coach-asks"
      className="mb-6 rounded-card border border-line bg-surface p-4 sm:p-5 print:hidden"
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id="coach-asks" className="text-base">
          {standing.mayAnswer ? 'From your coach' : 'From the coach'}
        </h2>
        <Link to={`/cycles/${standing.cycleId}/review`} className="inline-block min-h-6 text-sm">
          The whole review
        </Link>
      </div>
      {waiting === '' ? null : <p className="text-sm text-soft">{waiting}.</p>}
      <CommentList
        comments={asks}
        back={stage}
        mayAnswer={standing.mayAnswer}
        mayEdit={standing.mayAnswer}
        isApart
      />
      <Celebrations comments={here.filter(({ kind }) => kind === 'celebrate')} />
    </section>
  );
}

/** What is strong asks for nothing; it is answered on the review's page, if anybody likes. */
function Celebrations({ comments }: { comments: CommentView[] }) {
  if (comments.length === 0) return null;
  return (
    <ul className="mt-3 space-y-1 text-sm text-soft">
      {comments.map(({ id, by, about, body }) => (
        <li key={id} id={`comment-${id}`} className="scroll-mt-4 wrap-anywhere">
          <CommentMark kind="celebrate" />
          <bdi>{by}</bdi> celebrates {about}:{' '}
          <span dir="auto" className="whitespace-pre-line">
            “{body}”
          </span>
        </li>
      ))}
    </ul>
  );
}
