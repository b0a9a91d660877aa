import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { counted } from '~/lib/number-format';
import type { SchoolDay } from '~/lib/school-day';
import { ButtonLink } from '~/ui/button';
import { Card } from '~/ui/card';
import { DefinitionHistory } from '../definition-history';
import type { Adoption, SharedMeasureOfCohort } from './shared-measure';
import { SharedMeasureFacts } from './shared-measure-facts';

type Props = {
  measure: SharedMeasureOfCohort;
  /** How many teams the cohort has. */
  teams: number;
  mayChange: boolean;
  today: SchoolDay;
  timeZone: string;
  /** What the cohort's numbers say together. */
  children?: ReactNode;
};

function Adoptions({ adoptions, teams }: { adoptions: Adoption[]; teams: number }) {
  if (adoptions.length === 0) return <p className="text-soft">No team has adopted it yet.</p>;
  return (
    <details suppressHydrationWarning>
      <summary className="inline-block min-h-6">
        Adopted by {adoptions.length} of {counted(teams, 'team')}
      </summary>
      <ul className="mt-2 gap-x-6 sm:columns-2">
        {adoptions.map(({ measureId, teamName, schoolName, isReadable }) => (
          <li key={measureId} className="break-inside-avoid py-1">
            {isReadable ? (
              <Link to={`/measures/${measureId}`} className="inline-block min-h-6">
                {teamName}
              </Link>
            ) : (
              teamName
            )}
            <span className="text-sm text-soft"> · {schoolName}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** One shared measure on its cohort's page. */
export function SharedMeasureCard({ measure, teams, mayChange, today, timeZone, children }: Props) {
  const titleId = `shared-${measure.id}`;
  return (
    <Card labelledBy={titleId} className="space-y-4">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <h3 id={titleId} className="min-w-0 flex-1 basis-36 text-lg break-words">
          {measure.name}
        </h3>
        {mayChange ? (
          <ButtonLink
            to={`/shared-measures/${measure.id}/edit`}
            aria-label={`Change ${measure.name}`}
            className="print:hidden"
          >
            Change
          </ButtonLink>
        ) : null}
      </div>
      <DefinitionHistory versions={measure.versions} today={today} timeZone={timeZone} />
      <SharedMeasureFacts measure={measure} />
      {children}
      <Adoptions adoptions={measure.adoptions} teams={teams} />
    </Card>
  );
}
