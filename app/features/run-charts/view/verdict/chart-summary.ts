import { capitalised, counted } from '~/lib/number-format';
import { formatDay, formatSpan } from '~/lib/school-day';
import { sideOfLine } from '../../analysis';
import type { ModelPoint, RunChartModel } from '../chart-model';
import { asSentence, countFirst } from './verdict-reasons';

type Summarised = Pick<RunChartModel, 'points' | 'phases' | 'brackets' | 'goal'>;
type Present = ModelPoint & { y: number };

const isPresent = (point: ModelPoint): point is Present => point.y !== null;

/** A chart in words, for people who hear the page and for exported pictures: what a look at the picture would tell. */
export function chartSummary(model: Summarised): string {
  const present = model.points.filter(isPresent);
  const first = present[0];
  const last = present.at(-1);
  if (!first || !last) return 'No points yet.';
  return [
    span(present, first, last),
    ...range(present, last),
    ...lines(model, last),
    ...model.brackets.map(({ words, from, to }) =>
      asSentence(
        `${words} from ${formatSpan(model.points[from]?.date ?? '', model.points[to]?.date ?? '', last.date)}`,
      ),
    ),
    ...leftOut(present),
  ].join(' ');
}

const withYear = (day: string) => formatDay(day, '');

function span(present: Present[], first: Present, last: Present): string {
  if (present.length === 1) return `1 point, on ${withYear(first.date)}: ${first.label}.`;
  return `${counted(present.length, 'point')} from ${formatDay(first.date, last.date)} to ${withYear(last.date)}.`;
}

function range(present: Present[], last: Present): string[] {
  if (present.length === 1) return [];
  const lowest = present.reduce((low, point) => (point.y < low.y ? point : low));
  const highest = present.reduce((high, point) => (point.y > high.y ? point : high));
  if (lowest.y === highest.y) return [`Every one is ${last.label}.`];
  const on = (point: Present) => `${point.label} on ${formatDay(point.date, last.date)}`;
  return [`Lowest ${on(lowest)}, highest ${on(highest)}, newest ${on(last)}.`];
}

function lines({ phases, points, goal }: Summarised, last: Present): string[] {
  const newest = phases.at(-1);
  const begun = newest && newest.from > 0 ? (points[newest.from]?.date ?? '') : '';
  return [
    ...(begun === ''
      ? []
      : [`${countFirst(phases.length, 'phase')}, the newest from ${formatDay(begun, last.date)} on.`]),
    ...(newest && newest.line !== 'none' && newest.label !== ''
      ? [
          `${capitalised(newest.label)}${newest.line === 'provisional' && newest.label.startsWith('median') ? ', which will still move' : ''}.`,
        ]
      : []),
    ...(goal ? [`${capitalised(goal.label)}.`] : []),
  ];
}

function leftOut(present: Present[]): string[] {
  const count = present.filter((point) => point.excluded !== null).length;
  if (count === 0) return [];
  return [`${countFirst(count, 'point')} ${count === 1 ? 'is' : 'are'} left out.`];
}

/** What somebody walking the points by keyboard hears on one of them. Empty when there is no such slot. */
export function pointSentence(model: Summarised, index: number): string {
  const point = model.points[index];
  if (!point) return '';
  const day = formatDay(point.date, model.points.at(-1)?.date);
  if (!isPresent(point)) return `${day}: no number.`;
  const facts = [
    ...[point.label, point.recorded, sideWords(model, point, index)],
    ...runWords(model, point, index),
  ];
  return [
    `${day}: ${facts.filter(Boolean).join(', ')}.`,
    ...(point.excluded === null ? [] : [asSentence(`Left out: ${point.excluded}`)]),
    ...(point.note.trim() === '' ? [] : [asSentence(`Note: ${point.note}`)]),
  ].join(' ');
}

function sideWords({ phases }: Summarised, point: Present, index: number): string {
  const phase = phases.find(({ from, to }) => from <= index && index <= to);
  if (!phase || phase.center === null || phase.line === 'none') return '';
  const line = phase.label.startsWith('baseline') ? 'baseline' : 'median';
  return `${sideOfLine(point.y, phase.center) ?? 'on'} the ${line}`;
}

function runWords({ brackets }: Summarised, point: Present, index: number): string[] {
  if (point.tone === null) return [];
  return brackets
    .filter(({ from, to }) => from <= index && index <= to)
    .map(({ shortWords }) => `part of ${shortWords}`);
}
