import { clsx } from 'clsx';
import { useCallback, useEffect, useRef } from 'react';
import type { ClipboardEvent, KeyboardEvent } from 'react';
import type { MeasureKind } from '#db/vocabulary';
import { formatDay, formatWeekday } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import { Button } from '~/ui/button';
import { cellKey, gridFields } from './data-grid';
import type { CellKey, GridAnswer, GridColumn, GridRow } from './data-grid';
import { useGridSaving } from './grid-saving';
import type { GridSaving } from './grid-saving';
import { usesDenominator } from '../measure';

type Props = {
  kind: MeasureKind;
  unit: string;
  columns: GridColumn[];
  rows: GridRow[];
  today: SchoolDay;
  /** The answer to a form that was posted without script. */
  posted: GridAnswer | null;
};

const sizes = [
  'h-11 w-full min-w-0 rounded border bg-surface px-2 text-right sm:h-9 sm:w-28',
  'tabular-nums',
];

/** Where an arrow key goes from a cell: sideways only from the ends of its text. */
function stepOf(event: KeyboardEvent<HTMLInputElement>): { row: number; column: number } | null {
  const { selectionStart: start, selectionEnd: end, value } = event.currentTarget;
  const whole = start === 0 && end === value.length;
  if (event.key === 'ArrowUp') return { row: -1, column: 0 };
  if (event.key === 'ArrowDown') return { row: 1, column: 0 };
  if (event.key === 'Enter') return { row: event.shiftKey ? -1 : 1, column: 0 };
  if (event.key === 'ArrowLeft' && (whole || end === 0)) return { row: 0, column: -1 };
  if (event.key === 'ArrowRight' && (whole || start === value.length)) return { row: 0, column: 1 };
  return null;
}

/** Days down, groups across, a cell for each number. Saves each cell as it is left; a table with one button without script. */
export function DataGridTable({ kind, unit, columns, rows, today, posted }: Props) {
  const table = useRef<HTMLTableElement>(null);
  const usual = useCallback((): Record<string, string> => {
    const inputs = table.current?.querySelectorAll<HTMLInputElement>(`input[name^="${gridFields.of}"]`) ?? [];
    return Object.fromEntries([...inputs].map((one) => [one.name.slice(gridFields.of.length), one.value]));
  }, []);
  const saving = useGridSaving(usual);
  const ratio = usesDenominator(kind);

  // What was typed before the script came is in the boxes, and in no state yet.
  useEffect(() => {
    for (const box of table.current?.querySelectorAll<HTMLInputElement>('[data-at]') ?? []) {
      const [date = '', groupId = ''] = box.name.slice(gridFields.cell.length).split('/');
      const stored = rows.find((row) => row.date === date)?.texts[groupId] ?? '';
      const key = cellKey(date, groupId);
      if (box.value === stored || posted?.problems[key] || posted?.conflicts[key]) continue;
      const take = document.activeElement === box ? saving.type : saving.catchUp;
      take(key, box.value, stored);
    }
    // eslint-disable-next-line react-hooks/exhaustive-deps -- looked at once, when the script comes
  }, []);

  const move = (event: KeyboardEvent<HTMLInputElement>, row: number, column: number, leave: () => void) => {
    if (event.key === 'z' && (event.ctrlKey || event.metaKey) && saving.canUndo) {
      event.preventDefault();
      saving.undo();
      return;
    }
    const step = stepOf(event);
    if (!step) return;
    if (event.key === 'Enter') event.preventDefault();
    const next = table.current?.querySelector<HTMLInputElement>(
      `[data-at="${row + step.row}/${column + step.column}"]`,
    );
    if (next) {
      event.preventDefault();
      next.focus();
    } else if (event.key === 'Enter') leave();
  };
  const pasteBlock = (event: ClipboardEvent<HTMLInputElement>, key: CellKey) => {
    const text = event.clipboardData.getData('text/plain');
    if (!/[\t\n\r]/.test(text.trim())) return;
    event.preventDefault();
    const texts = rows.flatMap((row) =>
      columns.map(({ groupId }): [CellKey, string] => [cellKey(row.date, groupId), row.texts[groupId] ?? '']),
    );
    saving.paste(key, text, { days: rows.map((row) => row.date), texts: Object.fromEntries(texts) });
  };

  return (
    <>
      <table ref={table} className="w-full text-left max-sm:block sm:w-auto">
        <caption className="sr-only">Days down, groups of students across.</caption>
        <thead className="max-sm:block">
          <tr className="align-bottom max-sm:block">
            <th scope="col" className="py-2 pr-4 font-semibold max-sm:hidden">
              Day
            </th>
            {columns.map((column) => (
              <th
                key={column.groupId}
                scope="col"
                className="py-2 pr-3 text-sm font-semibold max-sm:flex max-sm:items-center max-sm:justify-between sm:max-w-36"
              >
                {column.name}
                {ratio ? (
                  <label className="mt-1 flex items-center gap-1.5 font-normal text-soft">
                    usually {kind === 'rate' ? 'in' : 'of'}
                    <input
                      name={gridFields.of + column.groupId}
                      defaultValue={column.of}
                      inputMode="numeric"
                      autoComplete="off"
                      aria-label={`How many there usually are, ${column.name}`}
                      className="h-8 w-14 rounded border border-control bg-surface px-1.5 text-right text-ink"
                    />
                  </label>
                ) : unit ? (
                  <span className="block font-normal text-soft">{unit}</span>
                ) : null}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="max-sm:block">
          {rows.map((row, rowAt) => (
            <tr
              key={row.date}
              id={row.date}
              className="border-t border-line max-sm:block max-sm:py-3 sm:hover:bg-sunken"
            >
              <th scope="row" className="pr-4 font-normal whitespace-nowrap max-sm:block max-sm:pb-1.5">
                <span className="max-sm:font-semibold">{formatWeekday(row.date)}</span>
                {row.date.slice(0, 4) === today.slice(0, 4) ? null : (
                  <span className="text-soft">, {row.date.slice(0, 4)}</span>
                )}
              </th>
              {columns.map((column, columnAt) => (
                <GridCell
                  key={column.groupId}
                  {...{ row, column, kind, saving, posted }}
                  at={`${rowAt}/${columnAt}`}
                  onMove={(event, leave) => move(event, rowAt, columnAt, leave)}
                  onPasteBlock={pasteBlock}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <GridStatus saving={saving} posted={posted} />
    </>
  );
}

/** Brings the first cell that needs another look onto the screen. */
function showFirstProblem(): void {
  document.querySelector<HTMLElement>('[data-at][aria-invalid=true]')?.focus();
}

function GridStatus({ saving, posted }: { saving: GridSaving; posted: GridAnswer | null }) {
  const { status, canUndo } = saving;
  const clock = saving.clock ?? (posted && posted.saved.length > 0 ? posted.clock : null);
  const note = saving.note ?? posted?.note ?? null;
  const open = Object.keys(saving.problems).length + Object.keys(saving.conflicts).length;
  const words =
    status === 'saving'
      ? 'Saving…'
      : status === 'unreached'
        ? 'Not connected. What you typed stays here and is sent as soon as it can be.'
        : clock !== null
          ? `${saving.undone ? 'Undone' : 'Saved'} ${clock}${saving.count > 1 ? `: ${saving.count} cells` : ''}.`
          : '';
  return (
    <div className="sticky bottom-0 mt-2 flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-line bg-surface py-3">
      <Button tone="primary">Save</Button>
      <p role="status" className="w-0 min-w-36 grow text-sm text-soft">
        {words}
        {open > 0 ? ` ${open === 1 ? 'One cell needs' : `${open} cells need`} another look.` : ''}
        {note ? ` ${note}` : ''}
      </p>
      {open > 0 ? (
        <Button type="button" tone="quiet" onClick={showFirstProblem}>
          Show it
        </Button>
      ) : null}
      {canUndo ? (
        <Button type="button" tone="quiet" onClick={saving.undo} disabled={status === 'saving'}>
          Undo
        </Button>
      ) : null}
    </div>
  );
}

type CellProps = {
  row: GridRow;
  column: GridColumn;
  kind: MeasureKind;
  saving: GridSaving;
  posted: GridAnswer | null;
  at: string;
  onMove: (event: KeyboardEvent<HTMLInputElement>, leave: () => void) => void;
  onPasteBlock: (event: ClipboardEvent<HTMLInputElement>, key: CellKey) => void;
};

function GridCell({ row, column, kind, saving, posted, at, onMove, onPasteBlock }: CellProps) {
  const key = cellKey(row.date, column.groupId);
  const stored = row.texts[column.groupId] ?? '';
  const problem = saving.problems[key] ?? posted?.problems[key];
  const conflict = saving.conflicts[key] ?? posted?.conflicts[key];
  const shown = saving.typed[key] ?? problem?.typed ?? conflict?.typed ?? stored;
  const messageId = `about-${key.replace('/', '-')}`;
  return (
    <td className="py-1 pr-3 align-top max-sm:flex max-sm:flex-wrap max-sm:items-center max-sm:gap-x-3 max-sm:py-1">
      <span aria-hidden="true" className="min-w-0 flex-1 text-sm text-soft sm:hidden">
        {column.name}
      </span>
      <div className="max-sm:w-28">
        <input
          name={gridFields.cell + key}
          data-at={at}
          value={shown}
          onChange={(event) => saving.type(key, event.target.value, stored)}
          onBlur={() => saving.leave(key, stored)}
          onFocus={(event) => event.target.select()}
          onKeyDown={(event) => onMove(event, () => saving.leave(key, stored))}
          onPaste={(event) => onPasteBlock(event, key)}
          autoComplete="off"
          inputMode={kind === 'proportion' || kind === 'rate' ? 'text' : 'decimal'}
          aria-label={`${formatDay(row.date)}, ${column.name}`}
          aria-invalid={problem || conflict ? true : undefined}
          aria-describedby={problem || conflict ? messageId : undefined}
          className={clsx(...sizes, problem || conflict ? 'border-2 border-away' : 'border-strong')}
        />
        <input type="hidden" name={gridFields.was + key} value={conflict ? conflict.there : stored} />
      </div>
      {problem ? (
        <p id={messageId} className="mt-1 text-sm font-semibold text-away max-sm:basis-full sm:w-28">
          {problem.message}
        </p>
      ) : null}
      {conflict ? (
        <div id={messageId} className="mt-1 text-sm max-sm:basis-full sm:w-28">
          <p className="font-semibold text-away">
            Somebody wrote {conflict.there === '' ? 'nothing' : conflict.there} meanwhile.
          </p>
          <div className="flex gap-3">
            <button type="button" className="min-h-6 underline" onClick={() => saving.keepMine(key)}>
              Keep mine
            </button>
            <button type="button" className="min-h-6 underline" onClick={() => saving.takeTheirs(key)}>
              Take theirs
            </button>
          </div>
        </div>
      ) : null}
    </td>
  );
}
