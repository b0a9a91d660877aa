import { Form, Link } from 'react-router';
import { caseloadReasons } from '#db/vocabulary';
import { Button, ButtonLink } from '~/ui/button';
import type { CaseloadView } from './caseload';
import { asksNothing, caseloadPath } from './caseload-filter';
import type { CaseloadFilter, CaseloadScope } from './caseload-filter';
import { reasonNames } from './caseload-words';

type Props = { filter: CaseloadFilter; usual: CaseloadScope };

function Choice({ to, on, children }: { to: string; on: boolean; children: string }) {
  return (
    <Link
      to={to}
      aria-current={on ? 'page' : undefined}
      className={`inline-flex min-h-11 items-center font-semibold ${on ? 'text-ink no-underline' : 'text-soft'}`}
    >
      {children}
    </Link>
  );
}

/** Which of the two looks at the caseload, and whose teams. */
export function CaseloadLooks({ filter, usual, both }: Props & { both: boolean }) {
  const path = (part: Partial<CaseloadFilter>) => caseloadPath(filter, usual, part);
  return (
    <nav aria-label="Caseload" className="mb-3 flex flex-wrap gap-x-8 border-b border-line print:hidden">
      <span className="flex flex-wrap gap-x-5">
        <Choice to={path({ shape: 'need' })} on={filter.shape === 'need'}>
          {filter.scope === 'mine' ? 'Who needs me' : 'Who needs a coach'}
        </Choice>
        <Choice to={path({ shape: 'contact', reason: null })} on={filter.shape === 'contact'}>
          {filter.scope === 'mine' ? 'Who heard from me' : 'Who heard from a coach'}
        </Choice>
      </span>
      {both ? (
        <span className="flex flex-wrap gap-x-5">
          <Choice to={path({ scope: 'mine' })} on={filter.scope === 'mine'}>
            Coached by me
          </Choice>
          <Choice to={path({ scope: 'all' })} on={filter.scope === 'all'}>
            All I read
          </Choice>
        </span>
      ) : null}
    </nav>
  );
}

/** Search and filters, as a form whose answer is the address. */
export function CaseloadFilters({ filter, usual, options }: Props & { options: CaseloadView['options'] }) {
  const { shape, scope, reason, schoolId, leaId, search } = filter;
  return (
    <details
      open={!asksNothing(filter)}
      suppressHydrationWarning
      className="mb-3 print:hidden"
      key={caseloadPath(filter, usual, {})}
    >
      <summary className="inline-flex min-h-11 items-center text-sm font-semibold text-soft">
        <span className="underline">Search and filter</span>
      </summary>
      <Form
        method="get"
        role="search"
        className="mt-1 mb-4 grid grid-cols-2 items-end gap-3 sm:flex sm:flex-wrap"
      >
        {shape === 'contact' ? <input type="hidden" name="view" value="contact" /> : null}
        {scope === usual ? null : <input type="hidden" name="scope" value={scope} />}
        <label className="min-w-0 flex-1 basis-52 text-sm font-semibold max-sm:col-span-2">
          {shape === 'need' ? 'Team, school or change idea' : 'Team or school'}
          <input name="search" type="search" defaultValue={search} className="control mt-1 font-normal" />
        </label>
        {shape === 'need' ? (
          <label className="min-w-0 basis-48 text-sm font-semibold">
            Reason
            <select name="reason" defaultValue={reason ?? ''} className="control mt-1 font-normal">
              <option value="">Any</option>
              {caseloadReasons.map((one) => (
                <option key={one} value={one}>
                  {reasonNames[one]}
                </option>
              ))}
            </select>
          </label>
        ) : null}
        <PlaceChoice name="lea" label="LEA" chosen={leaId} places={options.leas} />
        <PlaceChoice name="school" label="School" chosen={schoolId} places={options.schools} />
        <Button>Show</Button>
        {asksNothing(filter) ? null : (
          <ButtonLink
            tone="quiet"
            to={caseloadPath(filter, usual, { reason: null, schoolId: null, leaId: null, search: '' })}
          >
            All teams
          </ButtonLink>
        )}
      </Form>
    </details>
  );
}

function PlaceChoice({
  name,
  label,
  chosen,
  places,
}: {
  name: string;
  label: string;
  chosen: string | null;
  places: { id: string; name: string }[];
}) {
  if (places.length < 2) return null;
  return (
    <label className="min-w-0 basis-44 text-sm font-semibold">
      {label}
      <select name={name} defaultValue={chosen ?? ''} className="control mt-1 font-normal">
        <option value="">All</option>
        {places.map((place) => (
          <option key={place.id} value={place.id}>
            {place.name}
          </option>
        ))}
      </select>
    </label>
  );
}
