import { TextField } from '~/ui/field';
import { dateFormatWords } from '~/lib/date-formats';
import { ColumnOptions, MappingChoice } from './mapping-choice';
import { MappingSection } from './mapping-section';
import type { MappingView } from './mapping-view';

/** Which column is the date, in which form, and how it is read: for a person to confirm. */
export function MappingDateFields({ view }: { view: MappingView }) {
  const { mapping, columns, dateFormats, dateExamples, dateWords } = view;
  return (
    <MappingSection id="map-date" title="Date">
      <div className="grid gap-4 sm:grid-cols-2">
        <MappingChoice name="dateColumn" label="Column with the date" value={mapping.date.column}>
          <ColumnOptions columns={columns.filter(({ isDate }) => isDate)} none={null} />
        </MappingChoice>
        <MappingChoice name="dateFormat" label="Written as" value={mapping.date.format}>
          {dateFormats.map((format) => (
            <option key={format} value={format}>
              {dateFormatWords[format]}
            </option>
          ))}
        </MappingChoice>
      </div>
      {dateExamples.length > 0 ? (
        <ul className="text-sm text-soft">
          {dateExamples.map((example) => (
            <li key={example}>{example}</li>
          ))}
        </ul>
      ) : null}
      {dateWords.length > 0 ? (
        <>
          <p className="text-sm text-soft">
            These are words, and a chart needs days: type the day on which each one stands.
          </p>
          <div className="grid grid-cols-[repeat(auto-fill,minmax(11rem,1fr))] gap-3">
            {dateWords.map((word, index) => (
              <div key={`${mapping.date.column} ${word}`}>
                <input type="hidden" name={`days[${index}].value`} value={word} />
                <TextField
                  field={{
                    id: `map-day-${index}`,
                    name: `days[${index}].choice`,
                    initialValue: mapping.date.days[word] ?? '',
                  }}
                  label={word}
                  type="date"
                />
              </div>
            ))}
          </div>
        </>
      ) : null}
    </MappingSection>
  );
}
