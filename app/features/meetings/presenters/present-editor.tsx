import { FormProvider, getFormProps, useForm } from '@conform-to/react';
import type { SubmissionResult } from '@conform-to/react';
import { Form } from 'react-router';
import type { DraftState } from '~/features/drafts/draft';
import { useKeptResult } from '~/features/drafts/draft-hooks';
import { DraftLine } from '~/features/drafts/draft-line';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { FormErrors } from '~/ui/field';
import type { PresentForm } from './present-form';
import { PresentFields } from './present-fields';
import type { PresentSubject } from './present-fields';
import type { PresentPreview } from './present-preview';
import { PresentPreviewPanel } from './present-preview-panel';

type Props = {
  subject: PresentSubject;
  start: Partial<PresentForm>;
  draft: DraftState;
  version: number;
  answer: { result: SubmissionResult; conflict?: boolean; preview?: PresentPreview } | undefined;
  /** What the room would see with the form as it begins, kept words among it; null where it cannot be shown as it is. */
  first: PresentPreview | null;
  here: string;
  agreeWords: string;
};

const firstText = (value: unknown): string | undefined =>
  [value].flat().find((one): one is string => typeof one === 'string');

/** What the room would see, with the way to say yes to it, and beneath it the words, to shorten or change. */
export function PresentEditor(props: Props) {
  const { subject, start, draft, version, answer, first, here, agreeWords } = props;
  const kept = useKeptResult(draft);
  const [form, fields] = useForm<PresentForm>({
    id: 'present',
    lastResult: answer?.result ?? kept,
    defaultValue: { ...start, version },
  });
  const preview = answer ? answer.preview : (first ?? undefined);
  return (
    <FormProvider context={form.context}>
      <Form method="post" {...getFormProps(form)} className="space-y-6">
        <button className="hidden" name="step" value="look" aria-hidden="true" tabIndex={-1} />
        <input type="hidden" name="version" value={version} />
        <FormErrors errors={form.errors} fieldCount={Object.keys(form.allErrors).length} />
        {preview ? (
          <PresentPreviewPanel
            {...{ preview, agreeWords }}
            isAnswer={answer !== undefined}
            looked={firstText(fields.looked.initialValue)}
          />
        ) : null}
        <Card>
          {/* The same element with and without a preview: fields that were mounted afresh would lose what was typed. */}
          <details suppressHydrationWarning open={!preview}>
            <summary className={preview ? 'min-h-6 font-semibold' : 'hidden'}>
              Shorten or change something
            </summary>
            <div className={preview ? 'mt-5 space-y-6' : 'space-y-6'}>
              <PresentFields {...{ fields, subject }} />
              <Button tone={preview ? 'secondary' : 'primary'} name="step" value="look">
                {preview ? 'See it again' : 'See what the room would see'}
              </Button>
            </div>
          </details>
        </Card>
        <DraftLine draft={draft} back={here} onlyTyped />
      </Form>
    </FormProvider>
  );
}
