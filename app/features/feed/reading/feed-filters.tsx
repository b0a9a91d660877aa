import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { Form, Link } from 'react-router';
import { postKinds } from '#db/vocabulary';
import { decisionWords } from '~/features/cycles/cycle-words';
import { Button } from '~/ui/button';
import { postKindWords, settingWords } from '../post-words';
import { feedPath, filterFields, nothingAsked } from './feed-filter';
import type { FeedFilter, FilterOptions } from './feed-filter';
import { askedParts } from './filter-words';

const chipShape =
  'inline-flex min-h-9 items-center rounded-full border px-3.5 py-1 text-[13px] font-semibold no-underline';

function Chip({ to, isActive = false, ...props }: { to: string; isActive?: boolean; children: ReactNode }) {
  return (
    <Link
      to={to}
      aria-current={isActive ? 'true' : undefined}
      className={clsx(
        chipShape,
        isActive ? 'border-accent bg-accent-wash text-accent' : 'border-strong text-ink hover:bg-sunken',
      )}
      {...props}
    />
  );
}

type Props = { filter: FeedFilter; options: FilterOptions; query: string };

/** Which posts are shown: kinds to choose from, what else is asked, and a form to ask more. */
export function FeedFilters({ filter, options, query }: Props) {
  const kindPath = (kind: FeedFilter['kind']) => feedPath({ ...filter, kind }, { query });
  return (
    <nav aria-label="Which posts" className="flex flex-wrap items-start gap-2 print:hidden">
      <Chip to={kindPath(null)} isActive={filter.kind === null}>
        All
      </Chip>
      {postKinds.map((kind) => (
        <Chip key={kind} to={kindPath(kind)} isActive={filter.kind === kind}>
          {postKindWords[kind].plural}
        </Chip>
      ))}
      {askedParts(filter, options).map(({ words, without }) => (
        <Chip key={words} to={feedPath(without, { query })}>
          <span className="sr-only">Without the filter </span>
          <bdi className="max-w-56 truncate">{words}</bdi>
          <span aria-hidden="true" className="ml-1.5">
            ×
          </span>
        </Chip>
      ))}
      <FilterForm {...{ filter, options, query }} />
    </nav>
  );
}

/** What the address holds besides the fields of a form of its own. */
export function HiddenFields({ fields }: { fields: [string, string][] }) {
  return fields.map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
}

function FilterForm({ filter, options, query }: Props) {
  const kept: [string, string][] = filterFields({ ...nothingAsked, kind: filter.kind });
  if (query !== '') kept.push(['q', query]);
  const key = JSON.stringify(filter);
  return (
    <details key={key} className="open:basis-full" suppressHydrationWarning>
      <summary className="inline-flex min-h-9 items-center px-2 text-[13px] font-semibold text-soft before:content-none hover:text-ink">
        + Filter
      </summary>
      <Form
        method="get"
        action="/feed"
        className="mt-2 grid gap-4 rounded-card border border-line bg-surface p-5 sm:grid-cols-2"
      >
        <HiddenFields fields={kept} />
        <Choice name="group" label="Student group" chosen={filter.groupId} options={options.groups} />
        <Words name="grade" label="Grade or subject" value={filter.grade} />
        <Choice name="idea" label="Change idea" chosen={filter.ideaId} options={options.ideas} />
        <Words name="driver" label="Driver" value={filter.driver} />
        <Choice name="lea" label="LEA" chosen={filter.leaId} options={options.leas} />
        <Choice name="cohort" label="Cohort" chosen={filter.cohortId} options={options.cohorts} />
        <Choice
          name="decision"
          label="Decision"
          chosen={filter.decision}
          options={options.decisions.map((id) => ({ id, name: decisionWords[id].past }))}
        />
        <Choice
          name="setting"
          label="Setting"
          chosen={filter.setting}
          options={options.settings.map((id) => ({ id, name: settingWords[id] }))}
        />
        {options.improvement || filter.shownImprovement ? (
          <label className="flex min-h-11 items-center gap-2.5 font-semibold sm:col-span-2">
            <input
              type="checkbox"
              name="improved"
              value="yes"
              defaultChecked={filter.shownImprovement}
              className="control-radio size-5"
            />
            Shown improvement
          </label>
        ) : null}
        <div className="sm:col-span-2">
          <Button>Show these posts</Button>
        </div>
      </Form>
    </details>
  );
}

type ChoiceProps = {
  name: string;
  label: string;
  chosen: string | null;
  options: { id: string; name: string }[];
};

/** Nothing to choose from is not a choice. */
function Choice({ name, label, chosen, options }: ChoiceProps) {
  if (options.length === 0) return null;
  return (
    <label className="min-w-0 font-semibold">
      {label}
      <select name={name} defaultValue={chosen ?? ''} className="control mt-1.5 font-normal">
        <option value="">Any</option>
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.name}
          </option>
        ))}
      </select>
    </label>
  );
}

function Words({ name, label, value }: { name: string; label: string; value: string }) {
  return (
    <label className="min-w-0 font-semibold">
      {label}
      <input
        type="text"
        name={name}
        defaultValue={value}
        maxLength={80}
        className="control mt-1.5 font-normal"
      />
    </label>
  );
}
