import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { ButtonLink } from '~/ui/button';
import { PageHeader } from '~/ui/page-header';
import { PrintButton } from '~/ui/print-button';
import { CohortNav } from './cohort-nav';

type Props = {
  cohort: { id: string; name: string };
  title: string;
  lead: ReactNode;
  /** The same list as a file; null where there is none. */
  csvPath: string | null;
  /** Only facilitators have the other looks at a cohort. */
  facilitates?: boolean;
  wide?: boolean;
  children: ReactNode;
};

/** A page about one side of a cohort. */
export function CohortFrame({
  cohort,
  title,
  lead,
  csvPath,
  facilitates = true,
  wide = false,
  children,
}: Props) {
  return (
    <div className={wide ? 'mx-auto max-w-[1180px]' : 'mx-auto max-w-[900px]'}>
      <title>{`${title}, ${cohort.name} · Boldline`}</title>
      <PageHeader
        above={
          <Link to={`/cohorts/${cohort.id}`} className="inline-block min-h-6">
            {cohort.name}
          </Link>
        }
        title={title}
        lead={lead}
        action={
          <>
            {csvPath === null ? null : (
              <ButtonLink to={csvPath} reloadDocument>
                Save as CSV
              </ButtonLink>
            )}
            <PrintButton tone="secondary">Print</PrintButton>
          </>
        }
      />
      {facilitates ? <CohortNav cohortId={cohort.id} /> : null}
      {children}
    </div>
  );
}
