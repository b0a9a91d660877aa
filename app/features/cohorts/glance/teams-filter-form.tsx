import type { ReactNode } from 'react';
import { Form } from 'react-router';
import { Button, ButtonLink } from '~/ui/button';
import type { TeamsFilter } from './teams-filter';

type Props = {
  filter: TeamsFilter;
  leas: { id: string; name: string }[];
  /** Where the form leads without any filter; null while there is none. */
  clearPath: string | null;
  /** What else the list is asked for, as fields of the same form. */
  children?: ReactNode;
};

/** Search by name and filter by LEA; its answer is the address. */
export function TeamsFilterForm({ filter, leas, clearPath, children }: Props) {
  return (
    <Form
      method="get"
      role="search"
      className="mb-4 grid grid-cols-2 items-end gap-3 sm:flex sm:flex-wrap print:hidden"
      key={`${filter.search} ${filter.leaId ?? ''}`}
    >
      <label className="min-w-0 flex-1 basis-52 text-sm font-semibold max-sm:col-span-2">
        Team or school
        <input
          name="search"
          type="search"
          defaultValue={filter.search}
          className="control mt-1 font-normal"
        />
      </label>
      {leas.length > 1 ? (
        <FilterSelect name="lea" label="LEA" chosen={filter.leaId} choices={leas} any="All" />
      ) : null}
      {children}
      <Button>Show</Button>
      {clearPath === null ? null : (
        <ButtonLink tone="quiet" to={clearPath}>
          Show all
        </ButtonLink>
      )}
    </Form>
  );
}

type SelectProps = {
  name: string;
  label: string;
  chosen: string | null;
  choices: readonly { id: string; name: string }[];
  any: string;
};

export function FilterSelect({ name, label, chosen, choices, any }: SelectProps) {
  return (
    <label className="min-w-0 basis-44 text-sm font-semibold">
      {label}
      <select name={name} defaultValue={chosen ?? ''} className="control mt-1 font-normal">
        <option value="">{any}</option>
        {choices.map((choice) => (
          <option key={choice.id} value={choice.id}>
            {choice.name}
          </option>
        ))}
      </select>
    </label>
  );
}
