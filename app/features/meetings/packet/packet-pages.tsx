import { chartInset, LinesInWords } from '~/features/run-charts/view/chart-frame';
import { RunChartSvg } from '~/features/run-charts/view/run-chart-svg';
import { chartSummary } from '~/features/run-charts/view/verdict/chart-summary';
import { VerdictWords } from '~/features/run-charts/view/verdict/verdict-words';
import { cutText } from '~/lib/cut-text';
import { ShownPostView } from '../presenters/shown-post';
import { StoryboardSheet } from '../presenters/storyboard-sheet';
import { NoteLines } from './note-lines';
import type { Packet, PacketChart } from './packet';

const sheet =
  'rounded-card border border-line bg-surface p-5 sm:p-6 print:rounded-none print:border-0 print:p-0';

/** What is presented, each on a page of its own. */
export function PacketStoryboards({ pages }: Pick<Packet, 'pages'>) {
  return pages.map(({ itemId, shown }) => (
    <div key={itemId} data-packet-page="storyboard" className="print:break-before-page">
      {shown.kind === 'storyboard' ? (
        <StoryboardSheet storyboard={shown.storyboard} isPage />
      ) : shown.post ? (
        <ShownPostView post={shown.post} isPage />
      ) : null}
    </div>
  ));
}

function ChartPage({ page: { signedAs, title, chart } }: { page: PacketChart }) {
  return (
    <section
      data-packet-page="chart"
      className={`${sheet} print:flex print:h-[250mm] print:break-before-page print:break-inside-avoid print:flex-col print:overflow-hidden`}
    >
      <p className="text-sm text-soft" dir="auto">
        {signedAs} · {cutText(title, 120)}
      </p>
      <h2 className="mt-1 wrap-anywhere" dir="auto">
        {chart.name}
      </h2>
      <figure className="mt-4" aria-label={`Run chart: ${chart.name}`}>
        <VerdictWords verdict={chart.model.verdict} />
        <p className="sr-only">{chartSummary(chart.model)}</p>
        <div className="@container mt-4">
          <div className={chartInset}>
            <RunChartSvg model={chart.model} />
          </div>
          <LinesInWords model={chart.model} />
        </div>
      </figure>
      <div className="mt-6 hidden min-h-0 overflow-hidden print:block print:flex-1">
        <h3>What do we see? What might explain it?</h3>
        <NoteLines count={16} />
      </div>
    </section>
  );
}

/** Each chart at full size, with lines to write on. */
export function PacketCharts({ charts }: Pick<Packet, 'charts'>) {
  return charts.map((page) => <ChartPage key={page.itemId} page={page} />);
}

/** Room to write for each item of the agenda; on the screen notes are written in the meeting itself. */
export function PacketNotes({ items }: Pick<Packet, 'items'>) {
  if (items.length === 0) return null;
  return (
    <section aria-labelledby="packet-notes" className="hidden print:block print:break-before-page">
      <h2 id="packet-notes">Notes</h2>
      {items.map(({ id, title, time }) => (
        <div key={id} className="mt-5 break-inside-avoid">
          <h3 className="wrap-anywhere" dir="auto">
            {time} · {title}
          </h3>
          <NoteLines count={6} />
        </div>
      ))}
    </section>
  );
}

const rows = 8;

/** The table of commitments, to fill in by hand. */
export function PacketCommitments() {
  return (
    <section
      aria-labelledby="packet-commitments"
      className="mt-8 hidden break-inside-avoid print:block"
      data-packet-commitments
    >
      <h2 id="packet-commitments">Commitments</h2>
      <table className="mt-2 w-full border-collapse text-left text-sm">
        <thead>
          <tr>
            <th scope="col" className="w-1/2 border border-strong px-2 py-1">
              What
            </th>
            <th scope="col" className="border border-strong px-2 py-1">
              Who
            </th>
            <th scope="col" className="w-28 border border-strong px-2 py-1">
              By when
            </th>
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: rows }, (_, row) => (
            <tr key={row} className="h-[10mm]">
              <td className="border border-strong" />
              <td className="border border-strong" />
              <td className="border border-strong" />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
