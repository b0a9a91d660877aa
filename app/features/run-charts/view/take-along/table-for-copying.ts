import { formatDay } from '~/lib/school-day';
import type { RunChartModel } from '../chart-model';

/** A table as plain texts, ready for a document or a slide. */
export type PlainTable = { caption: string; head: string[]; rows: string[][] };

/** The numbers of a chart, oldest first, of a very long one the newest; columns that would be empty are left away. */
export function chartTable(model: Pick<RunChartModel, 'points' | 'thinned'>, caption: string): PlainTable {
  const points = (model.thinned?.newest ?? model.points).filter((point) => point.y !== null);
  const columns = [
    { title: 'Day', texts: points.map(({ date }) => formatDay(date, '')) },
    { title: 'Number', texts: points.map(({ label }) => label) },
    { title: 'Counted', texts: points.map(({ recorded }) => recorded) },
    { title: 'Note', texts: points.map(({ note }) => note) },
    { title: 'Left out', texts: points.map(({ excluded }) => excluded ?? '') },
  ].filter(({ texts }, index) => index < 2 || texts.some((text) => text !== ''));
  return {
    caption,
    head: columns.map(({ title }) => title),
    rows: points.map((_, row) => columns.map(({ texts }) => texts[row] ?? '')),
  };
}

const isNumber = /^[+-]?[\d.,]+\s?%?$/;

/** Text that a spreadsheet would take for a formula begins with an apostrophe. */
function harmless(text: string): string {
  return /^[=+\-@\t\r＝＋－＠]/.test(text) && !isNumber.test(text) ? `'${text}` : text;
}

const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => harmless(text).replace(/[&<>"]/g, (mark) => marks[mark] ?? mark);

/** The table as HTML, for programs that keep tables. */
export function tableAsHtml({ caption, head, rows }: PlainTable): string {
  const line = (cells: string[], tag: 'td' | 'th') =>
    `<tr>${cells.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join('')}</tr>`;
  return `<table><caption>${escaped(caption)}</caption><thead>${line(head, 'th')}</thead><tbody>${rows
    .map((row) => line(row, 'td'))
    .join('')}</tbody></table>`;
}

/** The table as text with tabs, for everything else. */
export function tableAsText({ head, rows }: PlainTable): string {
  const cell = (text: string) => harmless(text.replace(/\s+/g, ' ').trim());
  return [head, ...rows].map((row) => row.map(cell).join('\t')).join('\n');
}
