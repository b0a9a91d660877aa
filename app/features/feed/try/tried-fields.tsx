import { Link } from 'react-router';
import { TextAreaField } from '~/ui/field';
import type { FormField } from '~/ui/field';
import { pathOfSource } from './team-choice';
import type { ToTry } from './to-try';

type Props = {
  /** Null when what is tried is no longer shared. */
  source: Pick<ToTry, 'kind' | 'id' | 'title' | 'signedAs'> | null;
  fields: { kept: FormField; changed: FormField; tellsWho: FormField };
};

/** Where the plan comes from, what stays as it was and what becomes otherwise. Stands at the head of a new cycle's form. */
export function TriedFields({ source, fields }: Props) {
  return (
    <section aria-labelledby="tried-from" className="space-y-4 border-l-4 border-accent pl-4">
      <h2 id="tried-from" className="text-base wrap-anywhere">
        {source === null ? (
          'What you wrote about what you read'
        ) : (
          <>
            From{' '}
            <Link to={pathOfSource(source)} dir="auto">
              {source.title}
            </Link>
            {source.signedAs === '' ? '' : `, signed ${source.signedAs}`}
          </>
        )}
      </h2>
      <TextAreaField
        field={fields.kept}
        label="What we keep"
        hint="What makes it work: “The frame is on the desk before they start.”"
        rows={2}
        optional
      />
      <TextAreaField
        field={fields.changed}
        label="What we change"
        hint="For our students: “Two frames to choose from, in Spanish too.” One line here helps whoever reads both."
        rows={2}
        optional
      />
      {source?.kind === 'post' ? (
        <label className="flex min-h-11 cursor-pointer items-start gap-2.5">
          <input
            type="checkbox"
            name={fields.tellsWho.name}
            id={fields.tellsWho.id}
            value="on"
            defaultChecked={fields.tellsWho.initialValue === 'on'}
            className="control-radio mt-0.5 size-5 shrink-0"
          />
          <span>
            Tell the team it came from who we are
            <span className="block text-sm text-soft">
              Without it they hear that “a team” tries it, and later what it decided.
            </span>
          </span>
        </label>
      ) : null}
    </section>
  );
}
