import { useState } from 'react';
import { Form } from 'react-router';
import { usesDenominator } from '~/features/measures/measure';
import type { Measure } from '~/features/measures/measure';
import { Button, ButtonLink } from '~/ui/button';
import { Card, EmptyState, Notice } from '~/ui/card';
import { largestFile } from './data-file';

type Props = {
  teamId: string;
  /** The measure a person came from. */
  measure: Measure | null;
  hasMeasures: boolean;
  refused: string | null;
};

function exampleFor(measure: Measure | null): string {
  const group = measure?.groups[0]?.name ?? 'All students';
  return !measure || usesDenominator(measure.kind)
    ? `date,group,numerator,denominator\n2026-01-12,${group},5,8`
    : `date,group,value\n2026-01-12,${group},46`;
}

/** Where a file is chosen, and what a file may look like. */
export function ChooseFile({ teamId, measure, hasMeasures, refused }: Props) {
  const [tooLarge, setTooLarge] = useState(false);
  if (!hasMeasures)
    return (
      <>
        {refused ? (
          <Notice tone="attention" role="alert">
            {refused}
          </Notice>
        ) : null}
        <EmptyState
          title="Add a measure first."
          action={
            <ButtonLink to={`/measures/new?team=${teamId}`} tone="primary">
              Add a measure
            </ButtonLink>
          }
        >
          Every number belongs to a measure, such as “5 of 8 wrote a complete paragraph”.
        </EmptyState>
      </>
    );
  const template = `/imports/template?team=${teamId}`;
  return (
    <>
      {refused ? (
        <Notice tone="attention" role="alert">
          {refused}
        </Notice>
      ) : null}
      {tooLarge ? (
        <Notice tone="attention" role="alert">
          This file is larger than 5 MB, so it cannot be read at once. Split it, or leave out columns.
        </Notice>
      ) : null}
      <Card labelledBy="choose">
        <h2 id="choose">Choose a file</h2>
        <p className="mt-2">
          Any columns in any order: on the next page you say which is which, and next time it is remembered.
          What it needs is a column of dates.
        </p>
        <Form method="post" encType="multipart/form-data" className="mt-4 flex flex-wrap items-end gap-3">
          <label className="block max-w-full font-semibold">
            CSV file
            <input
              type="file"
              name="file"
              accept=".csv,.txt,.tsv,text/csv,text/plain"
              className="control mt-1 font-normal"
              onChange={(event) => setTooLarge((event.target.files?.[0]?.size ?? 0) > largestFile)}
            />
          </label>
          <Button tone="primary" disabled={tooLarge}>
            Read the file
          </Button>
        </Form>
        <p className="mt-3 text-sm text-soft">
          Up to 5 MB and 50,000 rows; commas, semicolons or tabs. The file itself is never stored, and columns
          that name or number students are not read.
        </p>
      </Card>
      <Card labelledBy="templates">
        <h2 id="templates">Or begin with a file to fill in</h2>
        <ul className="mt-2 space-y-1">
          {measure ? (
            <li>
              <a href={`${template}&measure=${measure.id}`} className="inline-block min-h-6">
                A file for “{measure.name}”
              </a>
            </li>
          ) : null}
          <li>
            <a href={template} className="inline-block min-h-6">
              A file with a column for each measure of the team
            </a>
          </li>
        </ul>
        <p className="mt-3 text-sm text-soft">It looks like this:</p>
        <pre
          className="mt-1 overflow-x-auto rounded-md bg-sunken p-3 text-sm"
          tabIndex={0}
          role="region"
          aria-label="Example"
        >
          {exampleFor(measure)}
        </pre>
      </Card>
      <ButtonLink to={measure ? `/measures/${measure.id}` : `/teams/${teamId}`} tone="quiet">
        {measure ? 'Back to the chart' : 'Back to the team'}
      </ButtonLink>
    </>
  );
}
