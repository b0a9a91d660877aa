import { clsx } from 'clsx';
import { Link } from 'react-router';
import { SmallRunChart } from '~/features/run-charts/view/small-run-chart';
import { VerdictSign } from '~/features/run-charts/view/verdict/verdict-words';
import { MarkdownText } from '~/ui/markdown-text';
import { evidenceColumns, evidenceViews } from './evidence';
import type { EvidenceAdvice, EvidenceEntry, EvidenceRow, EvidenceView } from './evidence';
import { columnWords, viewWords } from './evidence-words';

/** By what the rows are told apart: links, so that the address holds it. */
export function EvidenceViewChoice({ view, path }: { view: EvidenceView; path: string }) {
  return (
    <nav aria-label="Contexts" className="flex flex-wrap items-center gap-x-1.5 gap-y-2 print:hidden">
      <span className="mr-1 text-sm text-soft">Compare by</span>
      {evidenceViews.map((one) => (
        <Link
          key={one}
          to={one === 'grade' ? path : `${path}?by=${one}`}
          preventScrollReset
          aria-current={one === view ? 'page' : undefined}
          className={clsx(
            'inline-flex min-h-9 items-center rounded-full border px-3.5 text-sm font-semibold no-underline',
            one === view ? 'border-accent bg-accent-wash text-accent' : 'border-control bg-surface text-ink',
          )}
        >
          {viewWords[one]}
        </Link>
      ))}
    </nav>
  );
}

const columns = 'lg:grid lg:grid-cols-[8.5rem_repeat(4,minmax(0,1fr))] lg:gap-x-5';

/** Contexts by decisions; on a narrow screen each context is a list, and empty cells are left out. */
export function EvidenceGrid({ rows, view }: { rows: EvidenceRow[]; view: EvidenceView }) {
  return (
    <div className="overflow-clip rounded-card border border-line bg-surface">
      <div
        aria-hidden="true"
        className={clsx(columns, 'hidden border-b border-strong bg-sunken px-5 py-2.5 text-sm font-semibold')}
      >
        <span className="text-soft">{viewWords[view]}</span>
        {evidenceColumns.map((column) => (
          <span key={column}>{columnWords[column]}</span>
        ))}
      </div>
      <ul className="divide-y divide-line">
        {rows.map(({ context, cells }) => (
          <li key={context} className={clsx(columns, 'px-4 py-4 sm:px-5')}>
            <h3 className="wrap-anywhere" dir="auto">
              {context}
            </h3>
            {evidenceColumns.map((column) => (
              <div key={column} className={cells[column].length === 0 ? 'max-lg:hidden' : 'max-lg:mt-3'}>
                {cells[column].length === 0 ? (
                  <p aria-hidden="true" className="text-faint">
                    –
                  </p>
                ) : (
                  <>
                    <h4 className="text-sm font-semibold text-soft lg:sr-only">{columnWords[column]}</h4>
                    <ul className="space-y-4 max-lg:mt-1.5">
                      {cells[column].map((entry) => (
                        <EvidenceItem key={entry.id} entry={entry} />
                      ))}
                    </ul>
                  </>
                )}
              </div>
            ))}
          </li>
        ))}
      </ul>
    </div>
  );
}

const reachWords = {
  own: 'Only your team and its coaches see this',
  followed: 'Not shared: only the team and those who follow it see this',
};

function EvidenceItem({ entry }: { entry: EvidenceEntry }) {
  const { to, title, signedAs, reach, chart, verdict, words } = entry;
  return (
    <li
      className={clsx(
        'min-w-0 break-inside-avoid',
        reach !== 'shared' && 'rounded-md border border-dashed border-strong p-2.5',
      )}
    >
      {chart === null ? null : (
        <div className="mb-1.5 max-w-72">
          <SmallRunChart chart={chart} />
        </div>
      )}
      <Link to={to} className="inline-block min-h-6 leading-snug font-semibold wrap-anywhere" dir="auto">
        {title}
      </Link>
      <p className="text-sm wrap-anywhere text-soft" dir="auto">
        {signedAs}
      </p>
      {verdict === null ? null : (
        <p className="mt-1 flex gap-2 text-sm leading-snug">
          <VerdictSign verdict={verdict} />
          <span>{verdict.headline}</span>
        </p>
      )}
      {words === '' ? null : <p className="mt-1 text-sm leading-snug wrap-anywhere">{words}</p>}
      {reach === 'shared' ? null : <p className="mt-1 text-[13px] text-soft">{reachWords[reach]}</p>}
    </li>
  );
}

/** What those who let it go would tell others: as much worth as a win. */
export function EvidenceAdviceList({ advice }: { advice: EvidenceAdvice[] }) {
  return (
    <ul className="grid gap-4 sm:grid-cols-2">
      {advice.map(({ postId, title, signedAs, blocks }) => (
        <li key={postId} className="min-w-0 rounded-card border border-line bg-loss-wash p-5">
          <div className="space-y-2 wrap-anywhere">
            <MarkdownText blocks={blocks} />
          </div>
          <p className="mt-2.5 text-sm wrap-anywhere" dir="auto">
            <Link to={`/posts/${postId}`} className="inline-block min-h-6 font-semibold">
              {title}
            </Link>
            <span className="block text-soft">{signedAs}</span>
          </p>
        </li>
      ))}
    </ul>
  );
}
