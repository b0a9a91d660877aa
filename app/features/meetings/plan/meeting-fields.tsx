import type { TimeZoneChoices } from '~/lib/time-zones';
import { SelectField, TextAreaField, TextField } from '~/ui/field';
import type { FormField } from '~/ui/field';
import { zoneWords } from '../when-words';

type Fields = Record<'day' | 'time' | 'minutes' | 'place' | 'link' | 'purpose', FormField> & {
  timeZone: FormField & { value?: string | undefined };
};
type Props = { fields: Fields; timeZones: TimeZoneChoices; minutesHint?: string };

function ZoneOptions({ zones }: { zones: readonly string[] }) {
  return zones.map((zone) => (
    <option key={zone} value={zone}>
      {zone.replaceAll('_', ' ')}
    </option>
  ));
}

/** When, how long, where and what for: what a new meeting and a changed one both have. */
export function MeetingFields({ fields, timeZones, minutesHint }: Props) {
  return (
    <>
      <div className="grid gap-5 sm:grid-cols-[1fr_1fr_1fr]">
        <TextField field={fields.day} label="Day" type="date" />
        <TextField field={fields.time} label="Begins at" type="time" />
        <TextField
          field={fields.minutes}
          label="Minutes"
          inputMode="numeric"
          autoComplete="off"
          placeholder={minutesHint}
        />
      </div>
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField
          field={fields.place}
          label="Place"
          hint="“Library of Northgate MS”."
          optional
          dir="auto"
          autoComplete="off"
        />
        <TextField
          field={fields.link}
          label="Link"
          hint="Of the call or the shared folder; begins with https://"
          optional
          inputMode="url"
          autoComplete="off"
        />
      </div>
      <TextAreaField
        field={fields.purpose}
        label="What is it for?"
        hint="A sentence or two for the invitation."
        rows={2}
        optional
        dir="auto"
      />
      <details suppressHydrationWarning open={fields.timeZone.errors !== undefined}>
        <summary className="inline-flex min-h-6 cursor-pointer items-center">
          Held in {zoneWords(fields.timeZone.value ?? '')}
        </summary>
        <div className="mt-3">
          <SelectField field={fields.timeZone} label="Time zone where it is held" className="sm:max-w-md">
            <optgroup label="Likely">
              <ZoneOptions zones={timeZones.likely} />
            </optgroup>
            <optgroup label="All others">
              <ZoneOptions zones={timeZones.others} />
            </optgroup>
          </SelectField>
        </div>
      </details>
    </>
  );
}
