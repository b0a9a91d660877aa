import { Badge } from '~/ui/card';
import { CommentActions } from './comment-actions';
import { CommentMark } from './comment-marks';
import type { BackTo } from './review-form';
import type { CommentView } from './review-page';
import { commentStateWords, commentVerbs } from './review-words';

type Props = {
  comments: CommentView[];
  back: BackTo;
  mayAnswer: boolean;
  /** The team edits what a comment hangs on. */
  mayEdit: boolean;
  /** Says what each comment hangs on, where it does not stand beside it. */
  isApart?: boolean;
};

/** Comments with their answers and how far each has come. */
export function CommentList({ comments, ...rest }: Props) {
  if (comments.length === 0) return null;
  return (
    <ul className="mt-3 space-y-4">
      {comments.map((comment) => (
        <li
          key={comment.id}
          id={`comment-${comment.id}`}
          className="scroll-mt-4 border-s-2 border-accent ps-3 wrap-anywhere target:bg-accent-wash"
        >
          {comment.isWithdrawn ? (
            <p className="text-sm text-soft">
              <bdi>{comment.by}</bdi> took this back.
            </p>
          ) : (
            <Comment comment={comment} {...rest} />
          )}
          <Answers answers={comment.answers} />
          {comment.isWithdrawn ? null : <CommentActions comment={comment} {...rest} />}
        </li>
      ))}
    </ul>
  );
}

type One = Omit<Props, 'comments'> & { comment: CommentView };

function Comment({ comment, isApart }: One) {
  const { kind, by, on, about, body, saidThen, standing, handedAt } = comment;
  const isPoint = comment.anchor.startsWith('point:');
  return (
    <>
      <p className="text-sm text-soft">
        <CommentMark kind={kind} />
        <bdi className="font-semibold text-ink">{by}</bdi> {commentVerbs[kind]}
        {isApart || isPoint ? (
          <>
            {' '}
            about <span className="font-semibold">{about}</span>
          </>
        ) : null}
        , {on}{' '}
        {handedAt === null ? (
          <Badge>The team has not read this yet</Badge>
        ) : kind === 'celebrate' && standing.state === 'open' ? null : (
          <Badge tone={standing.state === 'open' ? 'accent' : 'plain'}>
            {commentStateWords[standing.state]}
          </Badge>
        )}
      </p>
      {isApart && !isPoint && saidThen !== '' ? (
        <blockquote dir="auto" className="mt-1 line-clamp-4 text-sm whitespace-pre-line text-soft">
          “{saidThen}”
        </blockquote>
      ) : null}
      <p dir="auto" className="mt-1 whitespace-pre-line">
        {body}
      </p>
      {standing.edit === null ? null : <Edited edit={standing.edit} />}
      {comment.settled === null ? null : (
        <p className="mt-1 text-sm text-soft">Settled by {comment.settled}.</p>
      )}
    </>
  );
}

function Edited({ edit }: { edit: { before: string; now: string } }) {
  return (
    <details suppressHydrationWarning className="mt-1 text-sm">
      <summary className="inline-block min-h-6 text-soft underline underline-offset-3">
        This was changed since: before and now
      </summary>
      <dl className="mt-1 grid gap-3 sm:grid-cols-2">
        {[
          { term: 'Before', text: edit.before },
          { term: 'Now', text: edit.now },
        ].map(({ term, text }) => (
          <div key={term} className="rounded-md bg-sunken p-3">
            <dt className="text-soft">{term}</dt>
            <dd dir="auto" className="whitespace-pre-line">
              {text || 'nothing'}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function Answers({ answers }: Pick<CommentView, 'answers'>) {
  if (answers.length === 0) return null;
  return (
    <ul className="mt-2 space-y-2 border-s border-strong ps-3">
      {answers.map((answer) => (
        <li key={answer.id}>
          <p className="text-sm text-soft">
            <bdi className="font-semibold text-ink">{answer.by}</bdi>, {answer.on}
          </p>
          <p dir="auto" className="whitespace-pre-line">
            {answer.body}
          </p>
        </li>
      ))}
    </ul>
  );
}
