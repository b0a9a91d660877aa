import { Link } from 'react-router';
import type { ReactNode } from 'react';
import { ButtonLink } from '~/ui/button';
import { Card, Notice } from '~/ui/card';
import { PageHeader } from '~/ui/page-header';

type Props = {
  /** What did not go through: `your comment on Because`. */
  what: string;
  /** `Cycle 2 of “Sentence frames”`. */
  cycle: string;
  /** Why, in words. */
  message: string;
  /** What was typed; empty where nothing was. */
  typed: string;
  back: string;
  /** The form again, with what it is about, where it can be sent again. */
  children?: ReactNode;
};

/** What did not go through, with all that was typed. */
export function NotSent({ what, cycle, message, typed, back, children }: Props) {
  return (
    <div className="mx-auto max-w-[640px]">
      <title>{`Not sent yet: ${what} · Boldline`}</title>
      <PageHeader
        above={
          <Link to={back} className="inline-block min-h-6">
            {cycle}
          </Link>
        }
        title={`Not sent yet: ${what}`}
      />
      {children ? (
        <Card>{children}</Card>
      ) : (
        <Notice role="alert">
          <p>{message}</p>
          {typed === '' ? null : (
            <>
              <p className="mt-3 text-sm text-soft">What you typed, to copy:</p>
              <p dir="auto" className="mt-1 wrap-anywhere whitespace-pre-line">
                {typed}
              </p>
            </>
          )}
        </Notice>
      )}
      <p className="mt-5">
        <ButtonLink to={back} tone={children ? 'quiet' : 'secondary'}>
          Back to the review
        </ButtonLink>
      </p>
    </div>
  );
}
