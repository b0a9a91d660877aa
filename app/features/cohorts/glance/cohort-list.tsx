import type { ReactNode } from 'react';
import { EmptyState } from '~/ui/card';
import { PageLinks } from '~/ui/page-links';

type Props<T> = {
  rows: readonly T[];
  keyOf: (row: T) => string;
  page: number;
  pages: number;
  pathOf: (page: number) => string;
  empty: { title: string; words: string };
  children: (row: T) => ReactNode;
};

/** What is behind a figure: a row for each, fifty to a page. */
export function CohortList<T>({ rows, keyOf, page, pages, pathOf, empty, children }: Props<T>) {
  if (rows.length === 0) return <EmptyState title={empty.title}>{empty.words}</EmptyState>;
  return (
    <>
      <ul className="divide-y divide-line rounded-card border border-line bg-surface">
        {rows.map((row) => (
          <li key={keyOf(row)} className="break-inside-avoid px-4 py-3 wrap-anywhere sm:px-5">
            {children(row)}
          </li>
        ))}
      </ul>
      <PageLinks {...{ page, pages, pathOf }} />
    </>
  );
}

/** `Eastern Ridge ES · Grade 4 writing`, small. */
export function TeamLine({ schoolName, teamName }: { schoolName: string; teamName: string }) {
  return (
    <span className="block text-sm text-soft">
      {schoolName} · {teamName}
    </span>
  );
}
