import { ChoiceField, SelectField } from '~/ui/field';
import type { FormField } from '~/ui/field';
import type { TimeZoneChoices } from '~/lib/time-zones';
import { hourWords, weekdayNames } from './mail-preference-words';

type Props = {
  fields: Record<'rhythm' | 'hour' | 'weekday' | 'timeZone' | 'immediate', FormField>;
  timeZones: TimeZoneChoices;
};

const rhythms = [
  { value: 'daily', label: 'Every weekday', hint: 'Monday to Friday.' },
  { value: 'weekly', label: 'Once a week', hint: 'On the day you choose.' },
  { value: 'off', label: 'Not by mail', hint: 'In the inbox only.' },
] as const;

const hours = Array.from({ length: 24 }, (_, hour) => hour);

function ZoneOptions({ zones }: { zones: readonly string[] }) {
  return zones.map((zone) => (
    <option key={zone} value={zone}>
      {zone.replaceAll('_', ' ')}
    </option>
  ));
}

/** How often, when, and what comes at once. */
export function MailPreferenceFields({ fields, timeZones }: Props) {
  return (
    <div className="space-y-6">
      <ChoiceField
        field={fields.rhythm}
        label="A round-up of what is new"
        hint="One mail with everything that you have not read yet; none where there is nothing."
        choices={rhythms}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField field={fields.hour} label="Hour" hint="When it is sent.">
          {hours.map((hour) => (
            <option key={hour} value={hour}>
              {hourWords(hour)}
            </option>
          ))}
        </SelectField>
        <SelectField field={fields.weekday} label="Day" hint="Where it comes once a week.">
          {weekdayNames.map((name, weekday) => (
            <option key={name} value={weekday}>
              {name}
            </option>
          ))}
        </SelectField>
        <SelectField field={fields.timeZone} label="Time zone" className="sm:col-span-2 sm:max-w-md">
          <optgroup label="Likely">
            <ZoneOptions zones={timeZones.likely} />
          </optgroup>
          <optgroup label="All others">
            <ZoneOptions zones={timeZones.others} />
          </optgroup>
        </SelectField>
      </div>
      <label className="flex min-h-11 cursor-pointer items-start gap-2.5">
        <input
          type="checkbox"
          name={fields.immediate.name}
          id={fields.immediate.id}
          value="on"
          defaultChecked={fields.immediate.initialValue === 'on'}
          className="control-radio mt-0.5 size-5 shrink-0"
        />
        <span>
          Send me at once what waits for my answer
          <span className="block text-sm text-soft">
            A question to you, and a review that comes back to your team. Nothing else comes in between.
          </span>
        </span>
      </label>
    </div>
  );
}
