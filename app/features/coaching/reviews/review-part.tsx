import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import type { WorkingStage } from '#db/vocabulary';
import { Badge } from '~/ui/card';
import { CommentForm } from './comment-form';
import { CommentList } from './comment-list';
import type { PointChoice } from './chart-points';
import type { CommentView, PartView } from './review-page';

/** What this person may do with the parts of a review. */
export type PartRights = {
  /** Null while nobody reads as coach here. */
  commentOn: string | null;
  mayAnswer: boolean;
  mayEdit: boolean;
};

type Said = {
  anchor: string;
  label: string;
  stage: WorkingStage;
  comments: CommentView[];
  newCommentId: string;
  points?: PointChoice[];
  rights: PartRights;
};

/** What is said about a part, and the way to say something: in the corner of the part, which is `relative`, or beneath a chart. */
export function SaidHere({ anchor, label, stage, comments, newCommentId, points, rights }: Said) {
  return (
    <>
      <CommentList comments={comments} back="review" mayAnswer={rights.mayAnswer} mayEdit={rights.mayEdit} />
      {rights.commentOn === null ? null : (
        <details key={`${anchor} ${comments.length}`} suppressHydrationWarning className="print:hidden">
          <summary
            className={clsx(
              'min-h-6 text-sm text-accent underline underline-offset-3',
              points === undefined ? 'absolute end-0 top-0' : 'mt-1 inline-block',
            )}
          >
            {points === undefined ? 'Comment' : 'Comment on a point'}
            <span className="sr-only">
              {points === undefined ? ' on' : ' of'} {label}
            </span>
          </summary>
          <CommentForm
            reviewId={rights.commentOn}
            newId={newCommentId}
            {...{ anchor, stage, label }}
            {...(points === undefined ? {} : { points })}
          />
        </details>
      )}
    </>
  );
}

/** One part of the cycle in its team's words, what changed in it, and what is said about it. */
export function ReviewPart({
  part,
  stage,
  since,
  rights,
  children,
}: {
  part: PartView;
  stage: WorkingStage;
  since: string | null;
  rights: PartRights;
  children?: ReactNode;
}) {
  return (
    <div className="relative">
      <h3 className="pe-24 text-sm font-normal text-soft">
        {part.label}{' '}
        {part.before === null ? null : <Badge tone="accent">changed since {since ?? 'last time'}</Badge>}
      </h3>
      {children ?? (
        <p
          dir="auto"
          className={`mt-0.5 wrap-anywhere whitespace-pre-line ${part.text === '' ? 'text-faint' : ''}`}
        >
          {part.text === '' ? 'Nothing written yet.' : part.text}
        </p>
      )}
      {part.before === null ? null : (
        <details suppressHydrationWarning className="mt-1 text-sm">
          <summary className="inline-block min-h-6 text-soft underline underline-offset-3">
            What it said before<span className="sr-only">: {part.label}</span>
          </summary>
          <p dir="auto" className="mt-1 rounded-md bg-sunken p-3 wrap-anywhere whitespace-pre-line">
            {part.before === '' ? 'Nothing.' : part.before}
          </p>
        </details>
      )}
      <SaidHere {...part} stage={stage} rights={rights} />
    </div>
  );
}
