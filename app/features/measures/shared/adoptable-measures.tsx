import { Form, Link } from 'react-router';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { frequencyWords, levelWords } from '../measure-words';
import type { AdoptableMeasure } from './shared-measure';

/** The shared measures a team could adopt, each with one button. */
export function AdoptableMeasures({ teamId, measures }: { teamId: string; measures: AdoptableMeasure[] }) {
  if (measures.length === 0) return null;
  return (
    <Card labelledBy="adopt" className="pb-1!">
      <h2 id="adopt">Adopt a shared measure</h2>
      <p className="mt-1 text-soft">
        Defined once for your cohort, so that every team counts the same. Goal and collector stay yours.{' '}
        {measures.length > 1 ? <a href="#own-measure">Or describe one of your own.</a> : null}
      </p>
      <ul className="mt-3 divide-y divide-line border-t border-line">
        {measures.map((measure) => (
          <li key={measure.id} className="py-4">
            <h3 className="text-base break-words">{measure.name}</h3>
            <p className="text-sm text-soft">
              {levelWords[measure.level].name} measure, {frequencyWords[measure.frequency].toLowerCase()}.{' '}
              {measure.groups.map(({ name }) => name).join(', ')}. From{' '}
              <Link to={`/cohorts/${measure.cohortId}`}>{measure.cohortName}</Link>.
            </p>
            <p className="mt-2 max-w-[70ch] break-words whitespace-pre-line">{measure.definition}</p>
            {measure.namesake === null ? (
              <Form method="post" action={`/teams/${teamId}/adoptions`} className="mt-3">
                <Button name="sharedMeasureId" value={measure.id} aria-label={`Adopt ${measure.name}`}>
                  Adopt
                </Button>
              </Form>
            ) : (
              <p className="mt-3">
                Your team has a measure of its own with this name.{' '}
                <Link to={`/measures/${measure.namesake}/edit`}>Give that one another name</Link>, then adopt
                this one.
              </p>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
