import { TextField } from '~/ui/field';
import { ColumnOptions, MappingChoice } from './mapping-choice';
import { MappingSection } from './mapping-section';
import type { MappingView } from './mapping-view';

function FilterFields({ view, index }: { view: MappingView; index: number }) {
  const filter = view.mapping.filters[index] ?? { column: '', value: '' };
  const values = view.filterValues[index] ?? null;
  const name = `filters[${index}]`;
  return (
    <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
      <MappingChoice
        name={`${name}.column`}
        label={index === 0 ? 'Only rows where' : 'And only rows where'}
        value={filter.column}
      >
        <ColumnOptions columns={view.columns} none="All rows" />
      </MappingChoice>
      {filter.column === '' ? null : (
        <>
          <input type="hidden" name={`${name}.was`} value={filter.column} />
          {values === null ? (
            <TextField
              key={filter.column}
              field={{ id: `map-filter-${index}`, name: `${name}.value`, initialValue: filter.value }}
              label="is exactly"
            />
          ) : (
            <MappingChoice name={`${name}.value`} label="is" value={filter.value}>
              <option value="">anything</option>
              {values.map((value) => (
                <option key={value} value={value}>
                  {value}
                </option>
              ))}
            </MappingChoice>
          )}
        </>
      )}
    </div>
  );
}

/** Which rows count, what becomes of several on one day, and the notes. */
export function MappingRowFields({ view }: { view: MappingView }) {
  const { mapping, columns } = view;
  const second = mapping.filters[0] !== undefined;
  return (
    <MappingSection id="map-rows" title="Rows">
      <FilterFields view={view} index={0} />
      {second ? <FilterFields view={view} index={1} /> : null}
      <MappingChoice
        name="sameDay"
        label="Several rows on one day, for one group"
        value={mapping.sameDay}
        hint="A list with a row for each student becomes one number for each day and group."
      >
        <option value="refuse">Leave them out and say so</option>
        <option value="combine">Make one number of them: average scores, add up counts and parts</option>
      </MappingChoice>
      <MappingChoice name="note" label="Notes" value={mapping.note}>
        <ColumnOptions columns={columns} none="No column" />
      </MappingChoice>
    </MappingSection>
  );
}
