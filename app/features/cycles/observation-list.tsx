import { Form } from 'react-router';
import { formatDay } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import { Badge } from '~/ui/card';
import type { Observation } from './cycle';

type Props = { observations: Observation[]; editable: boolean; today: SchoolDay };

/** What the team noticed, oldest first; unexpected events are named as such. */
export function ObservationList({ observations, editable, today }: Props) {
  if (observations.length === 0) return <p className="mt-1 text-soft">Nothing written down yet.</p>;
  return (
    <ul className="mt-2 divide-y divide-line">
      {observations.map((one) => (
        <li key={one.id} className="py-3">
          <p className="whitespace-pre-line">
            {one.kind === 'unexpected_event' ? (
              <>
                <Badge tone="away">Unexpected</Badge>{' '}
              </>
            ) : null}
            {one.text}
          </p>
          <div className="flex items-center gap-3 text-sm text-soft">
            <span>
              {one.recordedByName}, {formatDay(one.observedOn, today)}
            </span>
            {editable ? (
              <Form method="post" preventScrollReset>
                <button
                  name="removeObservation"
                  value={one.id}
                  className="min-h-6 underline"
                  aria-label={`Remove “${one.text.slice(0, 40)}”`}
                >
                  Remove
                </button>
              </Form>
            ) : null}
          </div>
        </li>
      ))}
    </ul>
  );
}
