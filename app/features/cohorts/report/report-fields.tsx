import type { ReactNode } from 'react';
import type { ReportPart } from '#db/vocabulary';
import { FieldErrors, TextAreaField, TextField } from '~/ui/field';
import type { FormField } from '~/ui/field';
import { partWords } from './report-words';

type HeadProps = { fields: { title: FormField; from: FormField; through: FormField } };

/** Title and time: what a new report and a changed one both have. */
export function ReportHeadFields({ fields }: HeadProps) {
  return (
    <>
      <TextField
        field={fields.title}
        label="Title"
        hint="As its readers will see it: “What our teams learned this fall”. Left empty, it is called by its months."
        optional
        dir="auto"
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField field={fields.from} label="From" type="date" />
        <TextField field={fields.through} label="Up to and with" type="date" />
      </div>
    </>
  );
}

const figureLabels: Record<ReportPart, string> = {
  participation: 'Show the figures beneath',
  tried: 'Show the figures beneath',
  learned: 'Show the figures and the syntheses beneath',
  wins_and_losses: 'Show the counts and the chosen posts beneath',
  shared_measures: 'Show the charts beneath',
  ideas: 'Show the figures beneath',
};

type PartProps = {
  part: ReportPart;
  words: FormField;
  drafted: { name: string; text: string };
  figures: FormField;
  leftOut: FormField;
  /** More that the part tells of. */
  children?: ReactNode;
};

/** One part: whether it is left out, its words, what was drafted from the figures of today, and whether the figures show. */
export function PartFields({ part, leftOut, children, ...rest }: PartProps) {
  const { name } = partWords[part];
  const isRefused = (rest.words.errors?.length ?? 0) > 0;
  return (
    <section aria-labelledby={`edit-${part}`} className="group/part border-t border-line pt-6">
      <div className="flex flex-wrap items-center justify-between gap-x-6">
        <h2 id={`edit-${part}`} className="text-[19px]">
          {name}
        </h2>
        <Tick field={leftOut} className="leaves-out" describedBy={`kept-${part}`}>
          Leave this part out
        </Tick>
      </div>
      <FieldErrors field={leftOut} />
      <p id={`kept-${part}`} className="hidden text-sm text-soft group-has-[.leaves-out:checked]/part:block">
        Not in the report, in print or in its file. The words are kept for when you take it in again.
      </p>
      <div className={isRefused ? '' : 'group-has-[.leaves-out:checked]/part:hidden'}>
        <PartWords part={part} {...rest} />
        {children}
      </div>
    </section>
  );
}

type TickProps = { field: FormField; className?: string; describedBy?: string; children: ReactNode };

function Tick({ field, className = '', describedBy, children }: TickProps) {
  return (
    <label className="flex min-h-11 items-center gap-2.5">
      <input
        type="checkbox"
        id={field.id}
        name={field.name}
        defaultChecked={field.initialValue !== undefined}
        aria-describedby={describedBy}
        className={`size-4.5 accent-accent ${className}`}
      />
      {children}
    </label>
  );
}

function PartWords({ part, words, drafted, figures }: Omit<PartProps, 'leftOut' | 'children'>) {
  const { name, about } = partWords[part];
  const written = typeof words.initialValue === 'string' ? words.initialValue.trim() : '';
  return (
    <>
      <TextAreaField
        field={words}
        label={<span className="sr-only">Words of “{name}”</span>}
        hint={about}
        rows={5}
        dir="auto"
      />
      <input type="hidden" name={drafted.name} value={drafted.text} />
      {written === '' || written === drafted.text ? (
        <p className="mt-1 text-sm text-soft">
          Drafted from the figures, which it follows until you write in it. Emptied, the draft comes back.
        </p>
      ) : (
        <details suppressHydrationWarning className="mt-1 text-sm text-soft">
          <summary className="inline-flex min-h-6 items-center underline underline-offset-3 hover:text-ink">
            What the figures of today would say
          </summary>
          <p className="mt-1 max-w-[70ch] wrap-anywhere" dir="auto">
            {drafted.text}
          </p>
        </details>
      )}
      <div className="mt-2">
        <Tick field={figures}>{figureLabels[part]}</Tick>
      </div>
    </>
  );
}

/** The tick that answers what was asked about the words. */
export function LookedField({ field, message }: { field: FormField; message: string }) {
  const print = field.errors?.[0];
  if (print === undefined) return null;
  return (
    <div role="alert" className="rounded-card border border-puzzle bg-puzzle-wash px-4 py-3">
      <p>{message}</p>
      <label className="mt-2 flex min-h-6 items-start gap-2.5">
        <input type="checkbox" name={field.name} value={print} className="mt-1 size-4.5 accent-accent" />I
        have looked: no student can be recognised by these words.
      </label>
    </div>
  );
}
