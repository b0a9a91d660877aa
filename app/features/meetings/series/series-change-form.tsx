import { getFormProps, useForm } from '@conform-to/react';
import type { SubmissionResult } from '@conform-to/react';
import { Form } from 'react-router';
import { Button } from '~/ui/button';
import { Card, Notice } from '~/ui/card';
import { ChoiceField, FormErrors, TextField } from '~/ui/field';
import type { Meeting } from '../meeting';

type Fields = { version: string; time: string; place: string; link: string; which: string };
type Props = {
  meeting: Pick<Meeting, 'version' | 'time' | 'place' | 'link'>;
  answer: SubmissionResult | null;
  isConflict: boolean;
};

/** Another time or place: for one meeting, or for it and the later ones. */
export function SeriesChangeForm({ meeting, answer, isConflict }: Props) {
  const { version, time, place, link } = meeting;
  const [form, fields] = useForm<Fields>({
    id: 'series',
    lastResult: answer,
    defaultValue: { time, place, link, which: 'this' },
  });
  return (
    <Card labelledBy="series-change">
      <h2 id="series-change">Change time or place</h2>
      <p className="mt-1 text-soft">
        Whoever is invited to an announced meeting that changes gets a mail; their calendar follows.
      </p>
      <Form method="post" {...getFormProps(form)} className="mt-4 space-y-4">
        <FormErrors errors={form.errors} />
        {isConflict ? (
          <Notice role="alert">
            Somebody changed this meeting meanwhile. Look at it above, and save once more where you still want
            it so.
          </Notice>
        ) : null}
        <input type="hidden" name="version" value={version} />
        <TextField field={fields.time} label="Begins at" type="time" inputClassName="max-w-40" required />
        <TextField field={fields.place} label="Place" optional maxLength={300} />
        <TextField field={fields.link} label="Link" optional inputMode="url" maxLength={2000} />
        <ChoiceField
          field={fields.which}
          label="Which meetings"
          choices={[
            { value: 'this', label: 'This one' },
            { value: 'later', label: 'This and the later ones' },
          ]}
        />
        <Button tone="primary">Save</Button>
      </Form>
    </Card>
  );
}
