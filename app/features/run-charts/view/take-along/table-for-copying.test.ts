import { expect, it } from 'vitest';
import { shareSubject, valuesSubject, weekOf } from '#tests/factories/chart-subjects';
import { buildRunChart } from '../build-run-chart';
import { chartTable, tableAsHtml, tableAsText } from './table-for-copying';

const shares = shareSubject([
  [5, 8],
  [6, 8],
]);
const noted = {
  ...shares,
  rows: shares.rows.map((row, index) => ({ ...row, note: index === 0 ? '=1+1 <b>&\t"two"\nout' : '' })),
};

it('has the columns that say something', () => {
  expect(chartTable(buildRunChart(valuesSubject([4, null, 5])), 'Words')).toEqual({
    caption: 'Words',
    head: ['Day', 'Number'],
    rows: [
      ['Jan 5, 2026', '4'],
      ['Jan 19, 2026', '5'],
    ],
  });
  const excluded = [{ date: weekOf(2), reason: 'Snow' }];
  expect(chartTable(buildRunChart({ ...noted, excluded }), '').head).toEqual([
    'Day',
    'Number',
    'Counted',
    'Note',
    'Left out',
  ]);
});

it('is text with tabs, a row a line, and no formula', () =>
  expect(tableAsText(chartTable(buildRunChart(noted), ''))).toBe(
    `Day\tNumber\tCounted\tNote\nJan 5, 2026\t63%\t5 of 8\t'=1+1 <b>& "two" out\nJan 12, 2026\t75%\t6 of 8\t`,
  ));

it('keeps numbers below zero as numbers', () =>
  expect(tableAsText(chartTable(buildRunChart(valuesSubject([-4, -2.5])), ''))).toContain('\t-4\n'));

it('is HTML in which nothing of the text is markup', () => {
  const html = tableAsHtml(chartTable(buildRunChart(noted), 'Exit <tickets>'));
  expect(html).toContain('<caption>Exit &lt;tickets&gt;</caption>');
  expect(html).toContain("<td>'=1+1 &lt;b&gt;&amp;\t&quot;two&quot;\nout</td>");
  expect(html).not.toContain('<b>');
});
