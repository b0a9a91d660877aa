import { Card, Notice } from '~/ui/card';
import type { MappingView } from './mapping-view';

const grouped = (count: number, one: string) =>
  `${count.toLocaleString('en-US')} ${count === 1 ? one : `${one}s`}`;

/** `1,204 numbers`. */
export const countedNumbers = (count: number) => grouped(count, 'number');

function Counts({ view }: { view: MappingView }) {
  const { counts, replace } = view;
  const differ = counts.kept + counts.replaced;
  const rows: [number, string][] = [
    [counts.added, 'new'],
    [counts.same, 'here already, the same'],
    [differ, replace ? 'differ from what is here, and replace it' : 'differ from what is here, which stays'],
  ];
  const lines: [number, string][] = [
    [counts.empty, 'without a number: a gap stays a gap'],
    [counts.left_out, 'left out, as chosen'],
  ];
  return (
    <ul className="mt-2 space-y-0.5">
      {rows.map(([count, words]) =>
        count > 0 ? (
          <li key={words}>
            {countedNumbers(count)} {words}
          </li>
        ) : null,
      )}
      {lines.map(([count, words]) =>
        count > 0 ? (
          <li key={words} className="text-soft">
            {grouped(count, 'line')} {words}
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

function Refusals({ view }: { view: MappingView }) {
  const { refusals, counts } = view;
  if (counts.refused === 0) return null;
  return (
    <details className="group mt-4" suppressHydrationWarning open={counts.refused <= 12}>
      <summary className="min-h-6 font-semibold">
        {grouped(counts.refused, 'line')} cannot be read and {counts.refused === 1 ? 'stays' : 'stay'} out
      </summary>
      <ul className="mt-2 space-y-1 text-sm">
        {refusals.map(({ line, message }) => (
          <li key={`${line} ${message}`}>
            <span className="font-semibold">Line {line}: </span>
            {message}
          </li>
        ))}
      </ul>
      {counts.refused > refusals.length ? (
        <p className="mt-2 text-sm text-soft">
          These are the first {refusals.length}; the report to download after the import has all of them.
        </p>
      ) : null}
    </details>
  );
}

/** What would be stored, before it is. */
export function ImportPreview({ view }: { view: MappingView }) {
  const { counts, rows, problem } = view;
  const read = counts.added + counts.same + counts.kept + counts.replaced;
  return (
    <Card labelledBy="preview">
      <h2 id="preview">
        {problem === null ? `${countedNumbers(read)} read from ${view.fileName}` : 'Nothing is read yet'}
      </h2>
      {problem === null ? (
        <>
          <Counts view={view} />
          {rows.length > 0 ? <PreviewTable view={view} /> : null}
          {read > rows.length ? (
            <p className="mt-2 text-sm text-soft">And {(read - rows.length).toLocaleString('en-US')} more.</p>
          ) : null}
          {read === 0 ? (
            <p className="mt-2">
              {counts.refused === 0
                ? 'No line gives a number with these choices.'
                : 'No line gives a number yet; this is why:'}
            </p>
          ) : null}
          <Refusals view={view} />
        </>
      ) : (
        <Notice tone="attention">{problem}</Notice>
      )}
      {view.cutLists.map((text) => (
        <p key={text} className="mt-2 text-sm text-soft">
          {text}
        </p>
      ))}
    </Card>
  );
}
