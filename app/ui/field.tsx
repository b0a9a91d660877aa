import { clsx } from 'clsx';
import { useEffect, useRef } from 'react';
import type { ComponentProps, ReactNode } from 'react';

/** What a form knows of one field; Conform's field metadata fits it. */
export type FormField = {
  id: string;
  name: string;
  errors?: string[] | undefined;
  initialValue?: unknown;
};

function initialText(field: FormField): string | undefined {
  const value = field.initialValue;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

function describedBy(field: FormField, hint: ReactNode): string | undefined {
  const ids = [hint ? `${field.id}-hint` : '', field.errors?.length ? `${field.id}-error` : ''].filter(
    Boolean,
  );
  return ids.length > 0 ? ids.join(' ') : undefined;
}

export function FieldErrors({ field }: { field: Pick<FormField, 'id' | 'errors'> }) {
  if (!field.errors?.length) return null;
  return (
    <p id={`${field.id}-error`} className="mt-1 text-sm font-semibold text-away">
      {field.errors.join(' ')}
    </p>
  );
}

type Frame = { field: FormField; label: ReactNode; hint?: ReactNode; optional?: boolean; className?: string };

function FieldFrame({ field, label, hint, optional, className, children }: Frame & { children: ReactNode }) {
  return (
    <div className={className}>
      <label htmlFor={field.id} className="block font-semibold">
        {label}
        {optional ? <span className="font-normal text-faint"> (optional)</span> : null}
      </label>
      {hint ? (
        <p id={`${field.id}-hint`} className="text-sm text-soft">
          {hint}
        </p>
      ) : null}
      <div className="mt-1.5">{children}</div>
      <FieldErrors field={field} />
    </div>
  );
}

function controlProps(field: FormField, hint: ReactNode) {
  return {
    id: field.id,
    name: field.name,
    defaultValue: initialText(field),
    'aria-invalid': field.errors?.length ? true : undefined,
    'aria-describedby': describedBy(field, hint),
  };
}

export function TextField({
  field,
  label,
  hint,
  optional,
  className,
  inputClassName,
  ...input
}: Frame & { inputClassName?: string } & Omit<ComponentProps<'input'>, 'className'>) {
  return (
    <FieldFrame {...{ field, label, hint, optional, className }}>
      <input
        type="text"
        className={clsx('control', inputClassName)}
        {...controlProps(field, hint)}
        {...input}
      />
    </FieldFrame>
  );
}

export function TextAreaField({
  field,
  label,
  hint,
  optional,
  className,
  rows = 3,
  ...input
}: Frame & Omit<ComponentProps<'textarea'>, 'className'>) {
  return (
    <FieldFrame {...{ field, label, hint, optional, className }}>
      <textarea rows={rows} className="control" {...controlProps(field, hint)} {...input} />
    </FieldFrame>
  );
}

export function SelectField({
  field,
  label,
  hint,
  optional,
  className,
  children,
  ...input
}: Frame & Omit<ComponentProps<'select'>, 'className'>) {
  return (
    <FieldFrame {...{ field, label, hint, optional, className }}>
      <select className="control" {...controlProps(field, hint)} {...input}>
        {children}
      </select>
    </FieldFrame>
  );
}

type Choice = { value: string; label: ReactNode; hint?: ReactNode };
type ChoiceProps = Frame & {
  choices: readonly Choice[];
  note?: ReactNode;
  /** Steps of one scale: side by side in equal widths. */
  scale?: boolean;
};

/** A handful of choices laid out as buttons; works by arrow keys and without script. */
export function ChoiceField({ field, label, hint, choices, className, note, scale = false }: ChoiceProps) {
  const chosen = initialText(field);
  return (
    <fieldset className={className} aria-describedby={describedBy(field, hint)}>
      <legend className="font-semibold">{label}</legend>
      {hint ? (
        <p id={`${field.id}-hint`} className="text-sm text-soft">
          {hint}
        </p>
      ) : null}
      <div
        className={clsx('mt-1.5 gap-2', scale ? 'grid max-w-xl grid-cols-5' : 'flex flex-wrap items-center')}
      >
        {choices.map((choice, index) => (
          <label
            key={choice.value}
            className={clsx(
              'relative inline-flex min-h-11 cursor-pointer items-center gap-2 rounded-md border border-control bg-surface py-2 font-semibold',
              scale ? 'justify-center px-1 text-center leading-tight' : 'px-4',
              choice.hint !== undefined && !scale && 'max-sm:w-full',
              'has-checked:border-accent has-checked:bg-accent-wash has-checked:ring-1 has-checked:ring-accent has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent',
            )}
          >
            <input
              type="radio"
              name={field.name}
              value={choice.value}
              id={index === 0 ? field.id : `${field.id}-${choice.value}`}
              defaultChecked={chosen === choice.value}
              className="sr-only"
            />
            <span>
              {choice.label}
              {choice.hint ? (
                <span className="block text-sm font-normal text-soft">{choice.hint}</span>
              ) : null}
            </span>
          </label>
        ))}
        {note ? <span className="text-sm text-soft">{note}</span> : null}
      </div>
      <FieldErrors field={field} />
    </fieldset>
  );
}

/** Messages about the form as a whole, and where to look when fields have some of their own. */
export function FormErrors({
  errors,
  fieldCount = 0,
}: {
  errors?: string[] | undefined;
  fieldCount?: number;
}) {
  const box = useRef<HTMLDivElement>(null);
  const text = errors?.join(' ') ?? '';
  useEffect(() => {
    if (text !== '' || fieldCount > 0) box.current?.focus();
  }, [text, fieldCount]);
  if (text === '' && fieldCount === 0) return null;
  return (
    <div
      ref={box}
      tabIndex={-1}
      role="alert"
      className="rounded-card border border-away bg-away-wash px-4 py-3"
    >
      {text !== ''
        ? text
        : fieldCount === 1
          ? 'One answer below needs another look. Nothing was lost.'
          : `${fieldCount} answers below need another look. Nothing was lost.`}
    </div>
  );
}
