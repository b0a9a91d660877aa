import { createContext, useContext, useEffect, useRef } from 'react';
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

/** What the server read last: another object each time it has read. */
export const LastReading = createContext<object>({});

/** A select of the mapping page. After each reading it shows what the server took, and keeps the focus. */
export function MappingChoice({ name, label, value, hint, className, children }: Props) {
  const id = `map-${name.replaceAll(/[^\w]+/g, '-')}`;
  const select = useRef<HTMLSelectElement>(null);
  const reading = useContext(LastReading);
  useEffect(() => {
    if (select.current) select.current.value = value;
  }, [reading, value]);
  return (
    <SelectField
      ref={select}
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
