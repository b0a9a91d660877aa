import type { FormMetadata } from '@conform-to/react';
import { TextAreaField, TextField } from '~/ui/field';
import type { ProtocolForm } from './protocol-form';
import { StepFields } from './step-fields';

type Props = {
  form: FormMetadata<ProtocolForm>;
  fields: ReturnType<FormMetadata<ProtocolForm>['getFieldset']>;
  newStepIds: string[];
};

export function ProtocolFields({ form, fields, newStepIds }: Props) {
  return (
    <>
      <TextField
        field={fields.name}
        label="Name"
        hint="As it stands on the agenda: “Gallery of small tests”."
        dir="auto"
        autoComplete="off"
      />
      <TextAreaField field={fields.about} label="What is it for?" rows={2} optional dir="auto" />
      <StepFields form={form} field={fields.protocolSteps} newStepIds={newStepIds} />
    </>
  );
}
