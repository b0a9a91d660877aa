import { getFormProps, useForm } from '@conform-to/react';
import type { SubmissionResult } from '@conform-to/react';
import { Form, Link } from 'react-router';
import type { DraftState } from '~/features/drafts/draft';
import { isConflict, useKeptResult } from '~/features/drafts/draft-hooks';
import { DraftLine } from '~/features/drafts/draft-line';
import { DraftConflict } from '~/features/drafts/edit-frame';
import { Button } from '~/ui/button';
import { FormErrors, TextAreaField } from '~/ui/field';
import { LookedQuestion } from '../commitments/commitment-fields';
import { longestMinutes } from './minutes-bounds';
import type { MinutesForm } from './minutes-form';

export type MinutesToEdit = {
  meetingId: string;
  version: number;
  changedByName: string;
  /** What is stored; empty while nobody has written any. */
  stored: string;
  /** What the form begins with. */
  body: string;
  /** What was written before the meeting drafted it again; empty otherwise. */
  aside: string;
  /** The form begins with a fresh draft, whatever is kept. */
  isAgain: boolean;
  /** The latest addition to the meeting, UTC milliseconds. */
  readThrough: number;
  wasSent: boolean;
  mayBeSent: boolean;
  draft: DraftState;
};

export const minutesFormId = 'minutes';

export const sendWords = ({ wasSent }: Pick<MinutesToEdit, 'wasSent'>) =>
  wasSent ? 'Send the corrected minutes' : 'Send to everybody invited';

type Answer = { conflict: boolean; result: SubmissionResult };

const text = (value: unknown) => (typeof value === 'string' ? value : '');

function Aside({ words }: { words: string }) {
  if (words === '') return null;
  return (
    <div className="rounded-md border border-line bg-sunken p-4">
      <label htmlFor="aside" className="block font-semibold">
        What you had before
      </label>
      <p id="aside-hint" className="text-sm text-soft">
        Kept aside to copy from, until you save.
      </p>
      <textarea
        id="aside"
        name="aside"
        aria-describedby="aside-hint"
        rows={8}
        readOnly
        dir="auto"
        defaultValue={words}
        className="control mt-2"
      />
    </div>
  );
}

/** The minutes as their writers edit them: saved, or saved and sent. */
export function MinutesEditor({ edited, answer }: { edited: MinutesToEdit; answer: Answer | null }) {
  const { meetingId, version, changedByName, stored, draft, isAgain, mayBeSent } = edited;
  const fromDraft = useKeptResult(draft);
  const kept = isAgain ? null : fromDraft;
  const [form, fields] = useForm<MinutesForm>({
    id: minutesFormId,
    lastResult: answer?.result ?? kept,
    defaultValue: { version, body: edited.body },
  });
  const here = `/meetings/${meetingId}/minutes`;
  const typed = (answer?.result ?? kept)?.initialValue;
  const asked = fields.looked.errors?.[0] ?? null;
  const message = form.errors?.join(' ') ?? '';
  return (
    <Form method="post" action={here} {...getFormProps(form)} className="space-y-5">
      <button className="hidden" name="step" value="save" aria-hidden="true" tabIndex={-1} />
      {answer && isConflict(answer, version) ? (
        <DraftConflict
          by={changedByName}
          differences={[{ label: 'Minutes', theirs: stored, mine: text(typed?.body) }]}
          version={version}
          {...{ draft, here }}
        />
      ) : null}
      {asked === null ? (
        <FormErrors errors={form.errors} fieldCount={Object.keys(form.allErrors).length} />
      ) : null}
      <input type="hidden" name="version" value={fields.version.initialValue ?? version} />
      <input type="hidden" name="readThrough" value={edited.readThrough} />
      <TextAreaField
        field={fields.body}
        label="Minutes"
        hint="An empty line begins a paragraph, “- ” a list, “## ” a heading, **two stars** make words strong."
        rows={22}
        maxLength={longestMinutes}
        dir="auto"
      />
      <Aside words={isAgain ? edited.aside : text(typed?.aside)} />
      {asked === null ? null : <LookedQuestion key={asked} asked={asked} message={message} />}
      <div className="flex flex-wrap items-center justify-between gap-3">
        <div>
          <DraftLine draft={draft} back={here} />
          <Link to={`${here}?again`} className="inline-flex min-h-11 items-center" reloadDocument>
            Draft again from the meeting
          </Link>
        </div>
        <div className="flex flex-wrap gap-2">
          <Button name="step" value="save">
            Save
          </Button>
          {mayBeSent ? (
            <Button name="step" value="send" tone="primary">
              {sendWords(edited)}
            </Button>
          ) : null}
        </div>
      </div>
    </Form>
  );
}
