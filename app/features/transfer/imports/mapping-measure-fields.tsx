import { Link } from 'react-router';
import { ColumnOptions, MappingChoice } from './mapping-choice';
import { needsDenominator, noSource, readings, readingsFor, readingWords } from './mapping';
import type { HowRead, Source } from './mapping';
import { MappingSection } from './mapping-section';
import type { MappingView } from './mapping-view';
import { ValueChoices } from './value-choices';

const columnLabel: Record<HowRead, string> = {
  value: 'Column',
  share: 'Column',
  parts: 'How many',
  ratio: 'Column',
  percent: 'Percent',
  portion: 'Proportion',
  students: 'Column with yes or no',
};

type SourceProps = { prefix: string; source: Source; columns: { name: string }[] };

/** The one or two columns of a number. */
function SourceColumns({ prefix, source, columns }: SourceProps) {
  if (source.how === null) return null;
  return (
    <>
      <MappingChoice name={`${prefix}.column`} label={columnLabel[source.how]} value={source.column}>
        <ColumnOptions columns={columns} none="Choose a column" />
      </MappingChoice>
      {needsDenominator(source.how) ? (
        <MappingChoice name={`${prefix}.of`} label="Out of how many" value={source.of}>
          <ColumnOptions columns={columns} none="Choose a column" />
        </MappingChoice>
      ) : null}
    </>
  );
}

function WideMeasures({ view }: { view: MappingView }) {
  const { measures, mapping } = view;
  const columns = view.columns.filter(({ name }) => name !== mapping.date.column);
  return (
    <ul className="divide-y divide-line">
      {measures.map((measure, index) => {
        const source = mapping.measures[measure.id] ?? noSource;
        const prefix = `measures[${index}]`;
        return (
          <li key={measure.id} className="grid gap-x-4 gap-y-3 py-4 first:pt-0 last:pb-0 sm:grid-cols-2">
            <input type="hidden" name={`${prefix}.id`} value={measure.id} />
            <MappingChoice
              name={`${prefix}.how`}
              label={measure.name}
              value={source.how ?? ''}
              className="sm:col-span-2"
            >
              <option value="">Not in this file</option>
              {readingsFor(measure).map((how) => (
                <option key={how} value={how}>
                  {readingWords[how]}
                </option>
              ))}
            </MappingChoice>
            <SourceColumns prefix={prefix} source={source} columns={columns} />
          </li>
        );
      })}
    </ul>
  );
}

function LongMeasures({ view }: { view: MappingView }) {
  const { measures, mapping, longValues } = view;
  const columns = view.columns.filter(({ name }) => name !== mapping.date.column);
  const { column, values, source } = mapping.long;
  return (
    <div className="space-y-4">
      <MappingChoice name="longColumn" label="Column that names the measure" value={column}>
        <ColumnOptions columns={columns} none="Choose a column" />
      </MappingChoice>
      {column === '' ? null : (
        <ValueChoices
          name="longValues"
          column={column}
          values={longValues}
          chosen={values}
          choices={measures}
          none="Choose a measure"
        />
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        <MappingChoice
          name="long.how"
          label="How the numbers stand there"
          value={source.how ?? ''}
          className="sm:col-span-2"
        >
          <option value="">Choose</option>
          {readings.map((how) => (
            <option key={how} value={how}>
              {readingWords[how]}
            </option>
          ))}
        </MappingChoice>
        <SourceColumns prefix="long" source={source} columns={columns} />
      </div>
    </div>
  );
}

/** Where each measure's numbers stand in the file. */
export function MappingMeasureFields({ view }: { view: MappingView }) {
  const { mapping, teamId, moreMeasures, measures } = view;
  return (
    <MappingSection id="map-measures" title="Measures">
      <MappingChoice name="layout" label="The numbers stand in" value={mapping.layout}>
        <option value="wide">a column, or two, for each measure</option>
        <option value="long">one column for all, and another names the measure</option>
      </MappingChoice>
      {mapping.layout === 'wide' ? <WideMeasures view={view} /> : <LongMeasures view={view} />}
      <p className="text-sm text-soft">
        {moreMeasures
          ? `The first ${measures.length} measures are listed; for another, begin on its own page. `
          : ''}
        A measure is missing? <Link to={`/measures/new?team=${teamId}`}>Add it</Link>, then choose the file
        again.
      </p>
    </MappingSection>
  );
}
