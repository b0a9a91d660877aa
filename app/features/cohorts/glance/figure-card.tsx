import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Card } from '~/ui/card';

/** One figure of a cohort with its title. */
export function FigureCard({
  id,
  title,
  note,
  children,
}: {
  id: string;
  title: string;
  note: string;
  children: ReactNode;
}) {
  return (
    <Card labelledBy={id} className="break-inside-avoid print:py-1 print:text-[13px]">
      <h3 id={id} className="text-lg">
        {title}
      </h3>
      <p className="mb-2 text-sm text-soft">{note}</p>
      {children}
    </Card>
  );
}

/** A row of a figure: its words, its number, and a bar as long as its part of all. */
export function FigureRow({ to, words, n, most }: { to: string; words: string; n: number; most: number }) {
  return (
    <li className="grid grid-cols-[9.5rem_2.5rem_minmax(0,1fr)] items-center gap-x-3">
      {n > 0 ? (
        <Link to={to} className="inline-flex min-h-7 items-center print:min-h-5">
          {words}
        </Link>
      ) : (
        <span className="inline-flex min-h-7 items-center text-soft print:min-h-5">{words}</span>
      )}
      <span className="text-right font-semibold tabular-nums">{n}</span>
      <svg width="100%" height="8" aria-hidden="true" focusable="false">
        <rect height="8" rx="2" width={`${most === 0 ? 0 : (100 * n) / most}%`} className="fill-early" />
      </svg>
    </li>
  );
}

/** A number in a table of figures that opens its list. */
export function FigureCount({ n, to }: { n: number; to: string }) {
  if (n === 0) return <span className="text-faint">0</span>;
  return (
    <Link
      to={to}
      className="inline-flex min-h-6 min-w-6 items-center justify-end font-semibold print:min-h-4"
    >
      {n}
    </Link>
  );
}
