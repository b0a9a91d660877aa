import { getFormProps, useForm } from '@conform-to/react';
import type { SubmissionResult } from '@conform-to/react';
import { clsx } from 'clsx';
import { Form, Link } from 'react-router';
import { TypedOnDevice } from '~/features/drafts/typed-on-device';
import { Button, ButtonLink } from '~/ui/button';
import { Card } from '~/ui/card';
import { FormErrors, TextAreaField } from '~/ui/field';
import type { NudgeForm } from './nudge-form';
import { longestNudge } from './nudge-words';
import type { NudgeTemplate } from './nudge-templates';

type ChoiceProps = { templates: NudgeTemplate[]; chosen: NudgeTemplate; pathOf: (key: string) => string };

/** The beginnings to choose from, each an address of its own. */
export function TemplateChoice({ templates, chosen, pathOf }: ChoiceProps) {
  return (
    <nav aria-label="Beginnings" className="flex flex-wrap gap-2">
      {templates.map(({ key, name }) => (
        <Link
          key={key}
          to={pathOf(key)}
          replace
          preventScrollReset
          aria-current={key === chosen.key ? 'true' : undefined}
          className={clsx(
            'inline-flex min-h-11 items-center rounded-md border px-4 py-2 font-semibold no-underline max-sm:w-full',
            key === chosen.key
              ? 'border-accent bg-accent-wash text-ink ring-1 ring-accent'
              : 'border-control bg-surface text-ink hover:bg-sunken',
          )}
        >
          {name}
        </Link>
      ))}
    </nav>
  );
}

type CardProps = {
  teamId: string;
  template: NudgeTemplate;
  cycleId: string;
  newId: string;
  to: string;
  back: string;
  answer: SubmissionResult | null;
};

/** The words as they will be read, to be changed before they are sent. */
export function NudgeCard({ teamId, template, cycleId, newId, to, back, answer }: CardProps) {
  const [form, fields] = useForm<NudgeForm>({
    id: 'nudge',
    lastResult: answer,
    defaultValue: { body: template.body },
  });
  const typedId = answer?.initialValue?.id;
  return (
    <Card>
      <Form method="post" {...getFormProps(form)} className="space-y-5">
        <FormErrors errors={form.errors} fieldCount={Object.keys(form.allErrors).length} />
        <input type="hidden" name="id" value={typeof typedId === 'string' ? typedId : newId} />
        <input type="hidden" name="template" value={template.key} />
        <input type="hidden" name="cycleId" value={cycleId} />
        <p>
          <span className="block font-semibold">To</span>
          {to}
        </p>
        <TextAreaField
          field={fields.body}
          label="What they will read"
          hint={`Change what you like, up to ${longestNudge} characters. A button beneath leads to their next step.`}
          rows={14}
          maxLength={longestNudge}
        />
        <TypedOnDevice name={`coaching/${teamId}/nudges/${template.key}/${cycleId}`} />
        <div className="flex flex-wrap gap-3">
          <Button tone="primary">Send it</Button>
          <ButtonLink to={back}>Not now</ButtonLink>
        </div>
      </Form>
    </Card>
  );
}
