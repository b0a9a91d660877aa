import type { ReactNode } from 'react';
import { useNavigation } from 'react-router';
import { Button } from './button';

export type Difference = { label: string; theirs: string; mine: string };

type Props = {
  /** Who changed it meanwhile. */
  by: string;
  differences: Difference[];
  /** The version the record has now; handing the form in with it overwrites. */
  version: number;
  /** Discards this form and shows the other version. */
  takeTheirs: ReactNode;
};

/**
 * Two people changed one thing: both versions side by side, and a person chooses. Sits inside the form. It comes with the other
 * version, not before: the form is mounted afresh then, and a press or a focus in between would be lost.
 */
export function ConflictChoice({ by, differences, version, takeTheirs }: Props) {
  const { state, formMethod } = useNavigation();
  if (state === 'loading' && formMethod !== undefined) return null;
  return (
    <section
      role="alert"
      aria-labelledby="conflict"
      className="rounded-card border border-away bg-away-wash p-4 sm:p-5"
    >
      <h2 id="conflict" className="text-lg">
        {by} changed this while you were writing
      </h2>
      <p className="mt-1">
        Nothing is lost: your words are still in the form below. Choose which to keep, or put both together
        first.
      </p>
      {differences.length > 0 ? (
        <dl className="mt-3 space-y-3">
          {differences.map((one) => (
            <div key={one.label} className="rounded-md bg-surface p-3">
              <dt className="text-sm font-semibold">{one.label}</dt>
              <dd className="mt-1 grid gap-3 sm:grid-cols-2">
                <div>
                  <span className="block text-sm text-soft">Theirs</span>
                  <span className="whitespace-pre-line">{one.theirs || 'empty'}</span>
                </div>
                <div>
                  <span className="block text-sm text-soft">Yours</span>
                  <span className="whitespace-pre-line">{one.mine || 'empty'}</span>
                </div>
              </dd>
            </div>
          ))}
        </dl>
      ) : (
        <p className="mt-2 text-sm text-soft">
          The words here are the same; something beside them has changed.
        </p>
      )}
      <div className="mt-4 flex flex-wrap gap-2">
        <Button tone="primary" name="overwrite" value={version}>
          Keep what is in my form
        </Button>
        {takeTheirs}
      </div>
    </section>
  );
}
