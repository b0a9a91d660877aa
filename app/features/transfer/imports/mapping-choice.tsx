import type { ReactNode } from 'react';
import { SelectField } from '~/ui/field';

type Props = {
  name: string;
  label: ReactNode;
  value: string;
  hint?: ReactNode;
  className?: string;
  children: ReactNode;
};

/** A select of the mapping page; `data-taken` is what the server read it as. */
export function MappingChoice({ name, label, value, hint, className, children }: Props) {
  const id = `map-${name.replaceAll(/[^\w]+/g, '-')}`;
  return (
    <SelectField
      data-taken={value}
      field={{ id, name, initialValue: value }}
      label={label}
      {...(hint === undefined ? {} : { hint })}
      {...(className === undefined ? {} : { className })}
    >
      {children}
    </SelectField>
  );
}

/** Options for the columns of a file, after one that says none. */
export function ColumnOptions({ columns, none }: { columns: { name: string }[]; none: string | null }) {
  return (
    <>
      {none === null ? null : <option value="">{none}</option>}
      {columns.map(({ name }) => (
        <option key={name} value={name}>
          {name}
        </option>
      ))}
    </>
  );
}
