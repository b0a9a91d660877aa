import { Form, Link } from 'react-router';
import { stageWords } from '~/features/cycles/cycle-words';
import { AnswerForm } from './answer-form';
import type { BackTo } from './review-form';
import type { CommentView } from './review-page';

type Props = { comment: CommentView; back: BackTo; mayAnswer: boolean; mayEdit: boolean };

/** What can be done about a comment: edit what it hangs on, settle it, take it back, answer it. */
export function CommentActions({ comment, back, mayAnswer, mayEdit }: Props) {
  const { id, reviewId, handedAt, settled, kind, standing } = comment;
  const at = `/reviews/${reviewId}/comments/${id}`;
  const isEditable = mayEdit && handedAt !== null && kind !== 'celebrate' && standing.state !== 'settled';
  return (
    <div className="mt-1 text-sm print:hidden">
      <div className="flex flex-wrap items-center gap-x-4">
        {isEditable ? <WayToEdit comment={comment} back={back} /> : null}
        {mayAnswer && handedAt !== null && kind !== 'celebrate' ? (
          <Form method="post" action={`${at}/settlement`} preventScrollReset>
            <input type="hidden" name="back" value={back} />
            <button name="settled" value={settled === null ? 'yes' : 'no'} className="min-h-6 underline">
              {settled === null ? 'This is settled' : 'Open it again'}
            </button>
          </Form>
        ) : null}
        <TakeBack comment={comment} at={at} />
      </div>
      {mayAnswer && handedAt !== null ? (
        <details key={comment.answers.length} suppressHydrationWarning className="mt-1">
          <summary className="inline-block min-h-6 underline underline-offset-3">
            {comment.answers.length === 0 ? 'Answer' : 'Answer again'}
          </summary>
          <AnswerForm comment={comment} newId={comment.newAnswerId} back={back} />
        </details>
      ) : null}
    </div>
  );
}

/** To the field itself while its stage is open: a plain link, which moves the focus there. */
function WayToEdit({ comment: { edit }, back }: Pick<Props, 'comment' | 'back'>) {
  const { name } = stageWords[edit.stage];
  const isHere = back === edit.stage;
  if (edit.isOpen && edit.isField)
    return (
      <a
        href={isHere ? edit.path.slice(edit.path.indexOf('#')) : edit.path}
        className="inline-flex min-h-6 items-center"
      >
        Change it in {name}
      </a>
    );
  const closed = edit.canGoBack ? (
    <span className="text-soft">{name} is closed; you can go back to it.</span>
  ) : null;
  if (isHere) return closed;
  return (
    <>
      <Link to={edit.path} className="inline-flex min-h-6 items-center">
        Open {name}
      </Link>
      {closed}
    </>
  );
}

function TakeBack({ comment: { takingBack }, at }: { comment: CommentView; at: string }) {
  if (takingBack === 'no') return null;
  const form = (words: string) => (
    <Form method="post" action={`${at}/withdrawal`} preventScrollReset>
      <button className="min-h-6 underline">{words}</button>
    </Form>
  );
  if (takingBack === 'at_once') return form('Remove');
  return (
    <details suppressHydrationWarning>
      <summary className="inline-block min-h-6 underline underline-offset-3">Take back</summary>
      {form('Yes, take it back: the team no longer sees it')}
    </details>
  );
}
