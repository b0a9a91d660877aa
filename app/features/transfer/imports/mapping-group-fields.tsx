import { ValueChoices } from './value-choices';
import { MappingChoice } from './mapping-choice';
import { MappingSection } from './mapping-section';
import type { MappingView } from './mapping-view';

/** Which students the numbers are about: one group for all rows, or what a column says. */
export function MappingGroupFields({ view }: { view: MappingView }) {
  const { mapping, columns, groups, groupValues } = view;
  const { column, fixed, values } = mapping.group;
  return (
    <MappingSection id="map-students" title="Students">
      <MappingChoice
        name="group"
        label="Which group of students"
        value={column !== '' ? `column:${column}` : fixed !== '' ? `all:${fixed}` : ''}
      >
        <option value="">Choose</option>
        <optgroup label="All rows are about">
          {groups.map(({ id, name }) => (
            <option key={id} value={`all:${id}`}>
              {name}
            </option>
          ))}
        </optgroup>
        <optgroup label="A column says which group">
          {columns
            .filter(({ name }) => name !== mapping.date.column)
            .map(({ name }) => (
              <option key={name} value={`column:${name}`}>
                {name}
              </option>
            ))}
        </optgroup>
      </MappingChoice>
      {column === '' ? null : (
        <ValueChoices
          name="groupValues"
          column={column}
          values={groupValues}
          chosen={values}
          choices={groups}
          none="Choose a group"
        />
      )}
    </MappingSection>
  );
}
