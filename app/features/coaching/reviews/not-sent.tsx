import type { ReactNode } from 'react';
import { ButtonLink } from '~/ui/button';
import { Card, Notice } from '~/ui/card';
import { PageHeader } from '~/ui/page-header';

type Props = {
  /** Why, in words; null where there was nothing to send. */
  message: string | null;
  /** What was typed; empty where nothing was. */
  typed: string;
  back: string;
  /** The form again, where it can be sent again. */
  children?: ReactNode;
};

/** What did not go through, with all that was typed. */
export function NotSent({ message, typed, back, children }: Props) {
  return (
    <div className="mx-auto max-w-[640px]">
      <title>Not sent yet · Boldline</title>
      <PageHeader title={message === null ? 'Nothing to read here' : 'This has not been sent yet'} />
      {children ? <Card>{children}</Card> : null}
      {!children && message !== null ? (
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
      ) : null}
      <p className="mt-5">
        <ButtonLink to={back} tone={children ? 'quiet' : 'secondary'}>
          {message === null ? 'To this week' : 'To the review'}
        </ButtonLink>
      </p>
    </div>
  );
}
