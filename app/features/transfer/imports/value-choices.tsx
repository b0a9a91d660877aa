import { MappingChoice } from './mapping-choice';
import { leftOut } from './mapping';

type Props = {
  name: 'groupValues' | 'longValues';
  column: string;
  values: string[];
  chosen: Record<string, string>;
  choices: { id: string; name: string }[];
  none: string;
};

/** What each value of a column means, or that its rows stay out. */
export function ValueChoices({ name, column, values, chosen, choices, none }: Props) {
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      {values.map((value, index) => (
        <div key={`${column} ${value}`}>
          <input type="hidden" name={`${name}[${index}].value`} value={value} />
          <MappingChoice
            name={`${name}[${index}].choice`}
            label={`“${value}” is`}
            value={chosen[value] ?? ''}
          >
            <option value="">{none}</option>
            {choices.map((choice) => (
              <option key={choice.id} value={choice.id}>
                {choice.name}
              </option>
            ))}
            <option value={leftOut}>leave these rows out</option>
          </MappingChoice>
        </div>
      ))}
    </div>
  );
}
