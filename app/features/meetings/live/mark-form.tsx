import type { ReactNode } from 'react';
import { useFetcher } from 'react-router';
import type { Unreached } from '~/lib/unreached';
import { unreachedWords } from './or-unreached';
import type { MarkAnswer } from './room-answers';

type Props = {
  action: string;
  fields?: Record<string, string>;
  className?: string;
  children: (waits: boolean) => ReactNode;
};

/** One press beside somebody's words or name; says what is wanted, so that a second one changes nothing. */
export function MarkForm({ action, fields = {}, className, children }: Props) {
  const fetcher = useFetcher<MarkAnswer | Unreached>();
  const waits = fetcher.state === 'submitting';
  const answer = fetcher.data;
  const message = waits || !answer ? '' : 'unreached' in answer ? unreachedWords : answer.message;
  return (
    <fetcher.Form
      method="post"
      action={action}
      className={className}
      onSubmit={(event) => {
        if (waits) event.preventDefault();
      }}
    >
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children(waits)}
      <span role="status" className="block text-sm text-soft empty:hidden">
        {message}
      </span>
    </fetcher.Form>
  );
}
