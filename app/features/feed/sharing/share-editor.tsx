import { FormProvider, getFormProps, useForm } from '@conform-to/react';
import type { SubmissionResult } from '@conform-to/react';
import type { ReactNode } from 'react';
import { Form } from 'react-router';
import type { DraftState } from '~/features/drafts/draft';
import { useKeptResult } from '~/features/drafts/draft-hooks';
import { DraftLine } from '~/features/drafts/draft-line';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { FormErrors } from '~/ui/field';
import { ChartFields, DoorFields, QuestionFields, StoryFields, TryItFields } from './share-fields';
import type { AudienceChoice } from './share-fields';
import type { ShareForm } from './share-form';
import type { SharePreview } from './share-preview';
import { SharePreviewPanel } from './share-preview-panel';
import type { ShareSubject } from './share-subject';

type Props = {
  subject: ShareSubject;
  start: Partial<ShareForm>;
  audiences: AudienceChoice[];
  ideaNames: string[];
  draft: DraftState;
  version: number;
  answer: { result: SubmissionResult; preview?: SharePreview } | undefined;
  /** The page itself, to come back to. */
  here: string;
  shareWords: string;
  /** Said above the form, such as another's change. */
  before?: ReactNode;
  /** Fields of this page alone. */
  children?: ReactNode;
};

const texts = (value: unknown): string[] =>
  [value].flat().filter((one): one is string => typeof one === 'string');

/** One form from the first word to the shared post: filled in, looked at as others will see it, shared. */
export function ShareEditor(props: Props) {
  const { subject, start, audiences, ideaNames, draft, version, answer, here, shareWords, before, children } =
    props;
  const kept = useKeptResult(draft);
  const [form, fields] = useForm<ShareForm>({
    id: 'share',
    lastResult: answer?.result ?? kept,
    defaultValue: { ...start, version },
  });
  const preview = answer?.preview;
  const story = (
    <>
      <StoryFields fields={fields} />
      <QuestionFields {...{ fields, subject }} chosen={texts(fields.questionIds.initialValue)} />
      <ChartFields {...{ fields, subject }} chosen={texts(fields.pool.initialValue)} />
      {children}
      <TryItFields {...{ fields, ideaNames }} />
      <DoorFields {...{ fields, audiences }} />
    </>
  );
  return (
    <FormProvider context={form.context}>
      <Form method="post" {...getFormProps(form)} className="space-y-6">
        <button className="hidden" name="step" value="preview" aria-hidden="true" tabIndex={-1} />
        <input type="hidden" name="id" value={fields.id.initialValue ?? start.id} />
        <input type="hidden" name="version" value={fields.version.initialValue ?? version} />
        <FormErrors errors={form.errors} fieldCount={Object.keys(form.allErrors).length} />
        {before}
        {preview ? (
          <SharePreviewPanel {...{ preview, shareWords }} looked={texts(fields.looked.initialValue)[0]} />
        ) : null}
        <Card>
          {/* The same element with and without a preview: fields that were mounted afresh would lose what was typed. */}
          <details suppressHydrationWarning open={!preview}>
            <summary className={preview ? 'min-h-6 font-semibold' : 'hidden'}>Change something</summary>
            <div className={preview ? 'mt-5 space-y-6' : 'space-y-6'}>
              {story}
              <Button tone={preview ? 'secondary' : 'primary'} name="step" value="preview">
                {preview ? 'See it again' : 'See what others will see'}
              </Button>
            </div>
          </details>
        </Card>
        <DraftLine draft={draft} back={here} />
      </Form>
    </FormProvider>
  );
}
