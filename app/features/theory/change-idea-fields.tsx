import type { FieldMetadata } from '@conform-to/react';
import { ideaStatuses } from '#db/vocabulary';
import type { IdeaStatus } from '#db/vocabulary';
import { ChoiceField, TextAreaField, TextField } from '~/ui/field';
import type { ChangeIdeaForm } from './change-idea-form';
import { ideaPartWords } from './change-idea-words';

type Fields = Record<keyof ChangeIdeaForm, FieldMetadata>;
type StatusWords = Record<IdeaStatus, { name: string; meaning: string }>;

/** What is written of an idea, the same when it is added and when it is changed. */
export function ChangeIdeaFields({ fields, statusWords }: { fields: Fields; statusWords: StatusWords }) {
  return (
    <>
      <TextField
        field={fields.name}
        label={ideaPartWords.name}
        hint="The change in a few words: “Sentence frames before writing”."
      />
      <TextAreaField
        field={fields.description}
        label={ideaPartWords.description}
        hint="What somebody who has never seen it would do on Monday."
        rows={4}
        optional
      />
      <TextAreaField field={fields.why} label={ideaPartWords.why} rows={3} optional />
      <TextAreaField
        field={fields.warrant}
        label={ideaPartWords.warrant}
        hint="A study, a school, a classroom. Name no student."
        rows={2}
        optional
      />
      <TextField
        field={fields.driver}
        label={ideaPartWords.driver}
        hint="What it works on: “Access to grade-level text”."
        optional
      />
      <ChoiceField
        field={fields.status}
        label={ideaPartWords.status}
        choices={ideaStatuses.map((value) => ({
          ...{ value, label: statusWords[value].name, hint: statusWords[value].meaning },
        }))}
      />
    </>
  );
}
