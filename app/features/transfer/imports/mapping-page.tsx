import { Form, useNavigation } from 'react-router';
import { Button, ButtonLink } from '~/ui/button';
import { Card, Notice } from '~/ui/card';
import { PageHeader } from '~/ui/page-header';
import { countedNumbers, ImportPreview, ImportRefusals } from './import-preview';
import { ImportProgressBar } from './import-progress-bar';
import { MappingDateFields } from './mapping-date-fields';
import { MappingGroupFields } from './mapping-group-fields';
import { MappingMeasureFields } from './mapping-measure-fields';
import { MappingRowFields } from './mapping-row-fields';
import type { MappingView } from './mapping-view';
import { useReadingTurns } from './reading-turns';

type Props = { view: MappingView; teamName: string; said: string | null };

const named = (names: string[]) => names.map((name) => `“${name}”`).join(', ');

function HiddenColumns({ names }: { names: string[] }) {
  if (names.length === 0) return null;
  return (
    <p className="text-sm text-soft">
      {names.length === 1
        ? `Column ${named(names)} is not read and not kept: it seems to hold students.`
        : `Columns ${named(names)} are not read and not kept: they seem to hold students.`}
    </p>
  );
}

function ExistingChoice({ view }: { view: MappingView }) {
  const differ = view.counts.kept + view.counts.replaced;
  if (differ === 0) return null;
  const choices = [
    ['keep', 'Keep what is here'],
    ['replace', 'Replace it with the file; the old numbers stay in the history'],
  ] as const;
  return (
    <fieldset>
      <legend className="font-semibold">
        {countedNumbers(differ)} {differ === 1 ? 'says' : 'say'} something else here already
      </legend>
      {choices.map(([value, words]) => (
        <label key={value} className="flex min-h-11 items-start gap-3 py-2">
          <input
            type="radio"
            name="existing"
            value={value}
            defaultChecked={(value === 'replace') === view.replace}
            className="control-radio mt-1 size-4 shrink-0"
          />
          <span>{words}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** How a file is meant, what that gives, and the button that takes it in: one form. */
export function MappingPage({ view, teamName, said }: Props) {
  const { form, readAgain, isReading } = useReadingTurns(view);
  const navigation = useNavigation();
  const importing = navigation.formData?.get('step') === 'import';
  const { importable, counts } = view;
  return (
    <div className="mx-auto max-w-[1100px]">
      <title>{`Import ${view.fileName} · Boldline`}</title>
      <PageHeader
        above={teamName}
        title={`How ${view.fileName} is read`}
        lead={`${view.rowCount.toLocaleString('en-US')} rows. Nothing is stored until you import the numbers.`}
      />
      <div className="mb-5 space-y-3 empty:hidden">
        {said ? (
          <Notice tone="attention" role="alert">
            {said}
          </Notice>
        ) : null}
        {view.asLastTime ? <Notice>Read as last time a file had these columns.</Notice> : null}
      </div>
      <Form
        ref={form}
        method="post"
        preventScrollReset
        replace
        className="grid grid-cols-1 items-start gap-5 lg:grid-cols-2"
        onChange={(event) => {
          if (event.target instanceof HTMLSelectElement) readAgain(event.currentTarget);
          else if (event.target instanceof HTMLInputElement && event.target.type === 'radio')
            readAgain(event.currentTarget);
        }}
        onBlur={(event) => {
          if (
            event.target instanceof HTMLInputElement &&
            ['date', 'text'].includes(event.target.type) &&
            event.target.value !== event.target.defaultValue
          )
            readAgain(event.currentTarget);
        }}
      >
        <input type="hidden" name="revision" value={view.revision} />
        <Card labelledBy="columns" className="space-y-6">
          <div className="space-y-2">
            <h2 id="columns">Which column is what</h2>
            <HiddenColumns names={view.hidden} />
          </div>
          <MappingDateFields view={view} />
          <MappingGroupFields view={view} />
          <MappingMeasureFields view={view} />
          <MappingRowFields view={view} />
          <Button name="step" value="read">
            Read again with these choices
          </Button>
        </Card>
        <div className="space-y-5 lg:sticky lg:top-4">
          <div aria-busy={isReading}>
            <ImportPreview view={view} />
          </div>
          <Card className="space-y-4">
            <ExistingChoice view={view} />
            {counts.refused > 0 && importable > 0 ? (
              <p>
                {counts.refused.toLocaleString('en-US')} {counts.refused === 1 ? 'line' : 'lines'} cannot be
                read and {counts.refused === 1 ? 'stays' : 'stay'} out.
              </p>
            ) : null}
            {importing ? <ImportProgressBar importId={view.importId} teamId={view.teamId} /> : null}
            <div className="flex flex-wrap items-center gap-3">
              {importable > 0 ? (
                <Button tone="primary" name="step" value="import" disabled={importing}>
                  Import {countedNumbers(importable)}
                </Button>
              ) : null}
              <ButtonLink to={`/imports/new?team=${view.teamId}`} tone="quiet">
                Choose another file
              </ButtonLink>
            </div>
          </Card>
          <ImportRefusals view={view} />
        </div>
      </Form>
    </div>
  );
}
