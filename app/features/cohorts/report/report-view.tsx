import { clsx } from 'clsx';
import { Link } from 'react-router';
import type { ReportPart } from '#db/vocabulary';
import { PostEvidence } from '~/features/feed/post-parts';
import { ReleasedNumbers } from '~/features/feed/posts/released-numbers';
import { EvidenceCard } from '~/features/feed/syntheses/evidence-card';
import { groupedBy } from '~/lib/grouped-by';
import { MarkdownText } from '~/ui/markdown-text';
import type { FigureLine } from './figure-lines';
import { HowToRead } from './how-to-read';
import type { GroupFigures, MeasureFigures, SharedSynthesis } from './report-figures';
import type { PartToRead, ReportToRead } from './report-reading';
import { partWords } from './report-words';

function FigureRow({ line: { measure, shown, note } }: { line: FigureLine }) {
  return (
    <tr className="break-inside-avoid border-b border-line align-baseline">
      <th scope="row" className="py-1.5 pr-4 font-normal wrap-anywhere print:py-0.5" dir="auto">
        {measure}
        {note === '' ? null : <span className="block text-sm text-soft print:text-xs">{note}</span>}
      </th>
      <td className="py-1.5 text-right font-semibold whitespace-nowrap tabular-nums print:py-0.5">{shown}</td>
    </tr>
  );
}

/** A table of so few rows stays on one page of paper. */
const mostRowsTogether = 14;

function FigureTable({ lines, caption }: { lines: FigureLine[]; caption: string }) {
  if (lines.length === 0) return null;
  const byHeading = [...groupedBy(lines, ({ heading }) => heading).entries()];
  return (
    <table
      className={clsx(
        'w-full max-w-[640px] text-left text-[15px] print:text-[13px]',
        lines.length <= mostRowsTogether && 'break-inside-avoid',
      )}
    >
      <caption className="sr-only">{caption}</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">What</th>
          <th scope="col">How many</th>
        </tr>
      </thead>
      {byHeading.map(([heading, ofHeading]) => (
        <tbody key={heading}>
          {heading === '' ? null : (
            <tr className="break-after-avoid">
              <th scope="rowgroup" colSpan={2} className="pt-4 pb-1 text-sm text-soft print:pt-2">
                {heading}
              </th>
            </tr>
          )}
          {ofHeading.map((line) => (
            <FigureRow key={line.measure} line={line} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

function Syntheses({ syntheses }: { syntheses: SharedSynthesis[] }) {
  return syntheses.map(({ id, title, signedAs, claims }) => (
    <article
      key={id}
      className="break-inside-avoid rounded-card border border-line bg-surface p-4 sm:p-5 print:p-3"
    >
      <h3 className="text-[17px] wrap-anywhere" dir="auto">
        <Link to={`/syntheses/${id}`} className="inline-block min-h-6 no-underline hover:underline">
          {title}
        </Link>
      </h3>
      <p className="text-sm text-soft" dir="auto">
        {signedAs}
      </p>
      {claims.length === 0 ? null : (
        <ul className="mt-2 list-disc space-y-1 ps-5">
          {claims.map((claim) => (
            <li key={claim} className="wrap-anywhere" dir="auto">
              {claim}
            </li>
          ))}
        </ul>
      )}
    </article>
  ));
}

function GroupChart({ group: { groupName, chart, teams, why } }: { group: GroupFigures }) {
  return (
    <div className="break-inside-avoid">
      <h4 className="break-after-avoid text-[15px]">{groupName}</h4>
      <div className="mt-1 space-y-1">
        <PostEvidence post={{ chart, shape: '', hiddenWhy: why, hasMovedOn: false }} />
        {teams === '' ? null : <p className="text-sm text-soft">Pooled over {teams}.</p>}
        {chart === null ? null : <ReleasedNumbers chart={chart} />}
      </div>
    </div>
  );
}

function Measures({ measures }: { measures: MeasureFigures[] }) {
  return measures.map(({ id, name, why, groups }) => (
    <section key={id} aria-labelledby={`measure-${id}`} className="space-y-4">
      <h3 id={`measure-${id}`} className="break-after-avoid text-[17px] wrap-anywhere" dir="auto">
        {name}
      </h3>
      {why === '' ? null : <p className="text-sm text-soft">{why}</p>}
      {groups.map((group) => (
        <GroupChart key={group.groupName} group={group} />
      ))}
    </section>
  ));
}

/** What stands beneath a part's words beside its table. */
function Shown({ part, report: { syntheses, measures, posts } }: { part: ReportPart; report: ReportToRead }) {
  if (part === 'learned') return <Syntheses syntheses={syntheses} />;
  if (part === 'shared_measures') return <Measures measures={measures} />;
  if (part === 'wins_and_losses')
    return posts.map((card) => <EvidenceCard key={card.id} piece={{ kind: 'post', card }} />);
  return null;
}

function Part({ part: { part, blocks, lines }, report }: { part: PartToRead; report: ReportToRead }) {
  const { name } = partWords[part];
  const headingId = `part-${part}`;
  return (
    <section aria-labelledby={headingId} className="border-t border-strong pt-5 print:pt-4">
      <div className="space-y-4 print:space-y-3">
        <h2 id={headingId} className="break-after-avoid">
          {name}
        </h2>
        <div
          className="max-w-[70ch] break-after-avoid space-y-3 wrap-anywhere [&_p]:break-inside-avoid"
          dir="auto"
        >
          <MarkdownText blocks={blocks} />
        </div>
        <FigureTable lines={lines} caption={`${name} in figures`} />
        <Shown part={part} report={report} />
      </div>
    </section>
  );
}

/** A report as it is read on screen, on paper and as a PDF: six parts, each in words with its figures beneath. */
export function ReportView({ report }: { report: ReportToRead }) {
  return (
    <div className="space-y-7 print:space-y-5 print:text-[13px] print:[&_a]:no-underline">
      {report.parts.map((part) => (
        <Part key={part.part} part={part} report={report} />
      ))}
      <HowToRead minimum={report.minimum} on={report.on} />
    </div>
  );
}
