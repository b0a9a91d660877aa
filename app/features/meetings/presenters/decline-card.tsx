import { getFormProps, useForm } from '@conform-to/react';
import type { SubmissionResult } from '@conform-to/react';
import { Form } from 'react-router';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { FormErrors, TextAreaField } from '~/ui/field';
import { longestDecline } from './present-bounds';
import type { DeclineForm } from './present-form';

type Props = { version: number; hasAgreed: boolean; result: SubmissionResult | undefined };

/** No is an answer like any other, with as many words as somebody likes. */
export function DeclineCard({ version, hasAgreed, result }: Props) {
  const [form, fields] = useForm<DeclineForm>({ id: 'decline', lastResult: result ?? null });
  return (
    <Card labelledBy="decline-title">
      <h2 id="decline-title">{hasAgreed ? 'Changed your mind?' : 'Rather not?'}</h2>
      <p className="mt-1 max-w-[60ch] text-soft">
        {hasAgreed
          ? 'The room then sees nothing of this cycle, and the facilitator hears of it.'
          : 'That is fine. The room sees nothing of this cycle, and the facilitator hears of it.'}
      </p>
      <Form method="post" {...getFormProps(form)} className="mt-4 space-y-4">
        <input type="hidden" name="version" value={version} />
        <FormErrors errors={form.errors} />
        <TextAreaField
          field={fields.why}
          label="A few words for the facilitator"
          optional
          rows={2}
          maxLength={longestDecline}
        />
        <Button name="step" value="decline">
          We’d rather not, this time
        </Button>
      </Form>
    </Card>
  );
}
