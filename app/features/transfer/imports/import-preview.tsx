import { Card, Notice } from '~/ui/card';
import type { MappingView, Refusal } from './mapping-view';

const grouped = (count: number, one: string) =>
  `${count.toLocaleString('en-US')} ${count === 1 ? one : `${one}s`}`;

/** `1,204 numbers`. */
export const countedNumbers = (count: number) => grouped(count, 'number');

type CountWords = [count: number, one: string, many: string];

function Counts({ view }: { view: MappingView }) {
  const { counts, replace } = view;
  const stays = replace ? 'and will be replaced' : 'which stays';
  const numbers: CountWords[] = [
    [counts.added, 'number is new', 'numbers are new'],
    [counts.same, 'number is here already', 'numbers are here already'],
    [
      counts.kept + counts.replaced,
      `number differs from what is here, ${stays}`,
      `numbers differ from what is here, ${stays}`,
    ],
  ];
  const lines: CountWords[] = [
    [counts.empty, 'line without a number: a gap stays a gap', 'lines without a number: a gap stays a gap'],
    [counts.left_out, 'line left out, as chosen', 'lines left out, as chosen'],
  ];
  return (
    <ul className="mt-2 space-y-0.5">
      {[...numbers, ...lines].map(([count, one, many]) =>
        count > 0 ? (
          <li key={many} className={lines.some(([, , words]) => words === many) ? 'text-soft' : undefined}>
            {count.toLocaleString('en-US')} {count === 1 ? one : many}
          </li>
        ) : null,
      )}
    </ul>
  );
}

function PreviewTable({ view }: { view: MappingView }) {
  const several = new Set(view.rows.map(({ measureName }) => measureName)).size > 1;
  const compared = view.rows.some(({ before }) => before !== null);
  const cell = 'py-1.5 pr-3 align-top';
  return (
    <div className="mt-3 overflow-x-auto" tabIndex={0} role="region" aria-label="The first numbers">
      <table className="w-full text-left text-sm">
        <thead>
          <tr className="border-b border-strong">
            <th scope="col" className={cell}>
              Day
            </th>
            {several ? (
              <th scope="col" className={cell}>
                Measure
              </th>
            ) : null}
            <th scope="col" className={cell}>
              Group
            </th>
            <th scope="col" className={cell}>
              Number
            </th>
            {compared ? (
              <th scope="col" className={cell}>
                Now
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {view.rows.map((row) => (
            <tr key={row.key} className="border-b border-line">
              <td className={`${cell} whitespace-nowrap`}>{row.day}</td>
              {several ? <td className={cell}>{row.measureName}</td> : null}
              <td className={cell}>{row.groupName}</td>
              <td className={`${cell} whitespace-nowrap`}>{row.reads}</td>
              {compared ? <td className={`${cell} text-soft`}>{row.before ?? ''}</td> : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const linesShown = 6;

function lineNumbers({ lines, count }: Refusal): string {
  const shown = lines.slice(0, linesShown).map((line) => line.toLocaleString('en-US'));
  const more = count - shown.length;
  const list = shown.join(', ') + (more > 0 ? ` and ${more.toLocaleString('en-US')} more` : '');
  return `${count === 1 ? 'Line' : 'Lines'} ${list}: `;
}

/** Which lines cannot be read, and why; each reason once. */
export function ImportRefusals({ view }: { view: MappingView }) {
  const { refusals, moreRefusals, counts } = view;
  if (counts.refused === 0 || refusals.length === 0) return null;
  return (
    <Card labelledBy="refusals">
      <h2 id="refusals">
        {grouped(counts.refused, 'line')} cannot be read and {counts.refused === 1 ? 'stays' : 'stay'} out
      </h2>
      <ul className="mt-2 space-y-1.5 text-sm">
        {refusals.map((refusal) => (
          <li key={refusal.message}>
            <span className="font-semibold">{lineNumbers(refusal)}</span>
            {refusal.message}
          </li>
        ))}
      </ul>
      {moreRefusals > 0 ? (
        <p className="mt-2 text-sm text-soft">
          And {grouped(moreRefusals, 'more reason')}; the report to download after the import has all of them.
        </p>
      ) : null}
    </Card>
  );
}

/** What would be stored, before it is. */
export function ImportPreview({ view }: { view: MappingView }) {
  const { counts, rows, problem } = view;
  const read = counts.added + counts.same + counts.kept + counts.replaced;
  return (
    <Card labelledBy="preview">
      <h2 id="preview" aria-live="polite">
        {problem === null ? `${countedNumbers(read)} read from ${view.fileName}` : 'Nothing is read yet'}
      </h2>
      {problem === null ? (
        <>
          <Counts view={view} />
          {rows.length > 0 ? <PreviewTable view={view} /> : null}
          {read > rows.length ? (
            <p className="mt-2 text-sm text-soft">And {(read - rows.length).toLocaleString('en-US')} more.</p>
          ) : null}
          {view.sameDayLines > 0 ? (
            <div className="mt-3">
              <Notice tone="attention">
                {grouped(view.sameDayLines, 'line')} {view.sameDayLines === 1 ? 'is' : 'are'} about a day and
                group that another line is about too. Read only some rows, such as those of one school, or
                make one number of them: both under “Rows”.
              </Notice>
            </div>
          ) : null}
          {read === 0 ? (
            <p className="mt-2">
              {counts.refused === 0
                ? 'No line gives a number with these choices.'
                : 'No line gives a number yet; below is why.'}
            </p>
          ) : null}
        </>
      ) : (
        <div className="mt-3">
          <Notice tone="attention">{problem}</Notice>
        </div>
      )}
      {view.cutLists.map((text) => (
        <p key={text} className="mt-2 text-sm text-soft">
          {text}
        </p>
      ))}
    </Card>
  );
}
