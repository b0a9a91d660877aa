import { Form } from 'react-router';
import { checkMarks } from '#db/vocabulary';
import { checkWords } from '~/features/coaching/checklist/checklist';
import { Card } from '~/ui/card';
import type { CheckView } from './review-page';
import { markWords } from './review-words';

type Props = {
  checks: CheckView[];
  /** The review whose lines this person marks; null where they only read. */
  markIn: string | null;
};

/** The six lines of a sound cycle: what was worked out with its why, the coach's own mark beside it. */
export function ChecklistCard({ checks, markIn }: Props) {
  return (
    <Card labelledBy="checklist" className="p-4! sm:p-5!">
      <h2 id="checklist">A sound cycle</h2>
      <ul className="mt-2 divide-y divide-line">
        {checks.map((check) => (
          <li key={check.line} className="py-3">
            <h3 className="text-base">{checkWords[check.line].name}</h3>
            <p className="text-sm text-soft">{checkWords[check.line].question}</p>
            <p className="mt-1.5 text-sm">
              <span className="font-semibold">{markWords[check.mark]}.</span> {check.because}
            </p>
            {check.own === null ? null : (
              <p className="mt-1 text-sm">
                <bdi>{check.own.by}</bdi>: <span className="font-semibold">{markWords[check.own.mark]}</span>,{' '}
                {check.own.on}.{' '}
                {check.own.mark === check.mark ? null : (
                  <span className="text-soft">
                    {markIn === null ? 'Seen otherwise: worth talking about.' : 'You see it otherwise.'}
                  </span>
                )}
              </p>
            )}
            {markIn === null ? null : <Marks check={check} reviewId={markIn} />}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Marks({ check, reviewId }: { check: CheckView; reviewId: string }) {
  const { own } = check;
  return (
    <Form
      method="post"
      action={`/reviews/${reviewId}/checks`}
      preventScrollReset
      className="mt-2 flex flex-wrap items-center gap-1.5 print:hidden"
    >
      <input type="hidden" name="line" value={check.line} />
      <span className="text-sm text-soft">You:</span>
      {checkMarks.map((mark) => (
        <button
          key={mark}
          name="mark"
          value={mark}
          aria-pressed={own?.mark === mark}
          aria-label={`${markWords[mark]}: ${checkWords[check.line].name}`}
          className="min-h-9 rounded-md border border-control bg-surface px-2.5 text-sm font-semibold aria-pressed:border-accent aria-pressed:bg-accent-wash aria-pressed:ring-1 aria-pressed:ring-accent"
        >
          {markWords[mark]}
        </button>
      ))}
      {own === null ? null : (
        <button
          name="mark"
          value="none"
          className="min-h-6 px-1 text-sm text-soft underline"
          aria-label={`Clear the mark: ${checkWords[check.line].name}`}
        >
          Clear the mark
        </button>
      )}
    </Form>
  );
}
