import { Link } from 'react-router';
import type { Measure } from '../measure';
import { SharedMeasureFacts } from './shared-measure-facts';

type Cohort = { id: string; name: string };

/** What an adopted measure has from its cohort: to be read, and changed by the cohort's facilitators only. */
export function SharedPart({ measure, cohort }: { measure: Measure; cohort: Cohort | null }) {
  return (
    <section aria-labelledby="shared-part" className="rounded-md border border-line bg-sunken p-4">
      <h2 id="shared-part" className="text-base">
        {cohort ? (
          <>
            Defined for <Link to={`/cohorts/${cohort.id}`}>{cohort.name}</Link>
          </>
        ) : (
          'Defined for a cohort'
        )}
      </h2>
      <p className="mt-1 text-sm text-soft">
        Your team adopted this measure as it is. Its facilitators change it, and then it changes for every
        team alike.
      </p>
      <p className="mt-3 mb-3 max-w-[70ch] break-words whitespace-pre-line">{measure.definition}</p>
      <SharedMeasureFacts measure={measure} />
    </section>
  );
}
