import { useForm, getFormProps } from '@conform-to/react';
import type { SubmissionResult } from '@conform-to/react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Form } from 'react-router';
import { Button } from '~/ui/button';
import { FieldErrors, FormErrors } from '~/ui/field';
import type { AskForm } from './ask-form';
import type { PlaceChoice } from './presenters-page';

type Props = {
  askId: string;
  newItemId: string;
  places: PlaceChoice[];
  why: string;
  button: string;
  /** What this form was answered with; null where it was another one of the page. */
  result: SubmissionResult | null;
  /** The cycle, chosen or fixed. */
  children: ReactNode;
};

/** Where it goes on the agenda, and the button that puts it there and asks the team. */
export function AskFields({ askId, newItemId, places, why, button, result, children }: Props) {
  // No id of ours: with another one after each take the form library would empty the select.
  const [form, fields] = useForm<AskForm>({ lastResult: result });
  const [chosen, choose] = useState<string | null>(null);
  const values = places.map(({ value }) => value);
  const place = values.find((value) => value === chosen) ?? values[0];
  return (
    <Form method="post" {...getFormProps(form)} className="space-y-3">
      <FormErrors errors={form.errors} />
      <input type="hidden" name="id" value={askId} />
      <input type="hidden" name="newItemId" value={newItemId} />
      {why === '' ? null : <input type="hidden" name="why" value={why} />}
      {children}
      <div className="flex flex-wrap items-end gap-3">
        <label className="min-w-0 flex-1 basis-60 text-sm font-semibold">
          On the agenda as
          {/* Mounted afresh with other places: a chosen one that is gone would leave it blank. */}
          <select
            key={values.join(' ')}
            name="place"
            className="control mt-1 font-normal"
            autoComplete="off"
            defaultValue={place}
            onChange={(event) => choose(event.target.value)}
            aria-invalid={fields.place.errors ? true : undefined}
          >
            {places.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <Button>{button}</Button>
      </div>
      <FieldErrors field={fields.place} />
      <FieldErrors field={fields.cycleId} />
    </Form>
  );
}
