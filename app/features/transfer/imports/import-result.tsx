import { Form, Link } from 'react-router';
import { Button, ButtonLink } from '~/ui/button';
import { Card, Notice } from '~/ui/card';
import { PageHeader } from '~/ui/page-header';
import { countedNumbers } from './import-preview';
import type { ImportResult } from './import-rules';
import type { ImportCounts } from './number-fate';

type Props = {
  /** `on` is the day of the import, in words. */
  result: ImportResult & { on: string; mayUndo: boolean };
  team: { id: string; name: string };
  said: string | null;
};

const lineWords: [keyof ImportCounts, string][] = [
  ['same', 'said what was here already'],
  ['kept', 'differ from what is here, which stayed'],
  ['empty', 'without a number'],
  ['left_out', 'left out, as chosen'],
  ['refused', 'could not be read and stayed out'],
];

/** What an import brought, its report, and the way back. */
export function ImportResultCard({ result, team, said }: Props) {
  const { lines, measures, undoneAt, mayUndo } = result;
  return (
    <div className="mx-auto max-w-[720px] space-y-5">
      <title>{`Import of ${result.fileName} · Boldline`}</title>
      <PageHeader
        above={team.name}
        title={
          undoneAt === null
            ? `${countedNumbers(result.rowCount)} imported`
            : `The import of ${result.fileName} is taken back`
        }
        lead={`${result.fileName}, ${result.importedByName}, ${result.on}`}
      />
      {said ? (
        <Notice tone="attention" role="alert">
          {said}
        </Notice>
      ) : null}
      <Card labelledBy="brought">
        <h2 id="brought">What it brought</h2>
        <ul className="mt-2 divide-y divide-line">
          {measures.map((measure) => (
            <li key={measure.id} className="flex flex-wrap justify-between gap-3 py-2">
              <Link to={`/measures/${measure.id}`} className="inline-block min-h-6">
                {measure.name}
              </Link>
              <span>{countedNumbers(measure.rowCount)}</span>
            </li>
          ))}
        </ul>
        {lines ? (
          <>
            <ul className="mt-2 text-sm text-soft">
              {lineWords.map(([outcome, words]) =>
                lines[outcome] > 0 ? (
                  <li key={outcome}>
                    {lines[outcome].toLocaleString('en-US')} {lines[outcome] === 1 ? 'line' : 'lines'} {words}
                  </li>
                ) : null,
              )}
            </ul>
            <p className="mt-3">
              <a href={`/imports/${result.id}/report?team=${team.id}`} className="inline-block min-h-6">
                Download the report, line by line
              </a>
            </p>
          </>
        ) : null}
      </Card>
      <Card labelledBy="undo">
        <h2 id="undo">Take it back</h2>
        {undoneAt === null && mayUndo ? (
          <>
            <p className="mt-2">
              For a week the whole import can be taken back. Numbers that somebody has changed since stay;
              what it replaced comes back.
            </p>
            <Form method="post" className="mt-4">
              <Button name="step" value="undo">
                Take the import back
              </Button>
            </Form>
          </>
        ) : (
          <p className="mt-2">
            {undoneAt === null
              ? 'An import can be taken back for a week. This one is older, so it is too late; each number can still be corrected on its own.'
              : 'It is taken back. Numbers that somebody has changed since stayed.'}
          </p>
        )}
      </Card>
      <div className="flex flex-wrap gap-3">
        <ButtonLink to={`/imports/new?team=${team.id}`}>Import another file</ButtonLink>
        <ButtonLink to={`/teams/${team.id}`} tone="quiet">
          Back to the team
        </ButtonLink>
      </div>
    </div>
  );
}
