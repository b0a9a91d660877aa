import type { FieldMetadata, FormMetadata } from '@conform-to/react';
import { Plus } from 'lucide-react';
import { Button } from '~/ui/button';
import { ChoiceField, TextAreaField, TextField } from '~/ui/field';
import type { FormField } from '~/ui/field';
import { mostClaims } from './synthesis-bounds';
import type { SynthesisForm } from './synthesis-form';

type HeadProps = {
  fields: { title: FormField; introduction: FormField; audience: FormField };
  cohortName: string;
};

/** Title, introduction and who may read it: what a new synthesis and a changed one both have. */
export function SynthesisHeadFields({ fields, cohortName }: HeadProps) {
  return (
    <>
      <TextField
        field={fields.title}
        label="Title"
        hint="What was learned, in a few words: “Sentence frames help starters most”."
        dir="auto"
      />
      <TextAreaField
        field={fields.introduction}
        label="Introduction"
        hint="What the question was, and who looked into it."
        rows={4}
        optional
        dir="auto"
      />
      <ChoiceField
        field={fields.audience}
        label="Who may read it, once it is published?"
        choices={[
          { value: 'cohort', label: cohortName, hint: 'its teams, coaches, facilitators and sponsors' },
          { value: 'network', label: 'The whole network', hint: 'everybody who signs in' },
        ]}
      />
    </>
  );
}

type Form = FormMetadata<SynthesisForm>;

type ClaimsProps = {
  form: Form;
  field: FieldMetadata<SynthesisForm['claims'], SynthesisForm>;
  /** For claims still to be added, so that evidence can be placed beneath one before it is saved. */
  newClaimIds: string[];
};

/** The claims in their order; added, moved and removed by buttons that work without script. */
export function ClaimFields({ form, field, newClaimIds }: ClaimsProps) {
  const { name } = field;
  const claims = field.getFieldList();
  const known = claims.map((claim) => String(claim.getFieldset().id.initialValue ?? ''));
  // A row that was added has no key of the form library's own; its id moves what was typed with it.
  const nextId = newClaimIds.find((id) => !known.includes(id)) ?? '';
  return (
    <section aria-labelledby="claims">
      <h2 id="claims">Claims</h2>
      <p className="text-soft">What the evidence shows, one sentence each. Its evidence stands beneath it.</p>
      <ol className="mt-4 space-y-4">
        {claims.map((claim, index) => {
          const parts = claim.getFieldset();
          const about = <span className="sr-only">claim {index + 1}</span>;
          return (
            <li key={known[index]} className="rounded-md bg-sunken p-4">
              <input type="hidden" name={parts.id.name} value={known[index]} />
              <TextField field={parts.claim} label={`Claim ${index + 1}`} dir="auto" />
              <TextAreaField
                field={parts.body}
                label="What stands behind it, and where it does not hold"
                rows={3}
                optional
                className="mt-4"
                dir="auto"
              />
              <div className="mt-2 flex flex-wrap gap-x-4">
                {index > 0 ? (
                  <Button tone="quiet" {...form.reorder.getButtonProps({ name, from: index, to: index - 1 })}>
                    Move up {about}
                  </Button>
                ) : null}
                {index < claims.length - 1 ? (
                  <Button tone="quiet" {...form.reorder.getButtonProps({ name, from: index, to: index + 1 })}>
                    Move down {about}
                  </Button>
                ) : null}
                <Button tone="quiet" {...form.remove.getButtonProps({ name, index })}>
                  Remove {about}
                </Button>
              </div>
            </li>
          );
        })}
      </ol>
      {claims.length < mostClaims ? (
        <Button className="mt-4" {...form.insert.getButtonProps({ name, defaultValue: { id: nextId } })}>
          <Plus size={18} aria-hidden="true" /> {claims.length === 0 ? 'Add a claim' : 'Add another claim'}
        </Button>
      ) : null}
    </section>
  );
}
