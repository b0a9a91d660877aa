import { formatRecorded } from '~/features/run-charts/plotted-value';
import type { SchoolDay } from '~/lib/school-day';
import type { Connection } from '~/platform/database.server';
import { mostValues } from './column-facts';
import type { ColumnFacts } from './column-facts';
import { dateReading, formatWholeDay, readDate } from '~/lib/date-formats';
import type { ImportTeam } from './import-team-queries.server';
import { groupsOf, mappingProblem, mostChoices } from './mapping';
import type { MappingView, PreviewRow, Refusal } from './mapping-view';
import { countOutcomes, fateOf, placeKey } from './number-fate';
import type { FileReading } from './read-numbers';
import { measuresRead, numbersThere, readWaitingFile } from './read-waiting-file.server';
import type { WaitingFile } from './waiting-files.server';

const rowsShown = 12;
const refusalsShown = 50;
const linesKept = 10;
const examplesShown = 3;

function dateExamples(file: WaitingFile, column: ColumnFacts | undefined): string[] {
  const { format } = file.mapping.date;
  const read = (column?.values ?? []).flatMap((text) => {
    const day = readDate(format, text);
    return day === null ? [] : [{ text, day }];
  });
  const telling = read.filter(({ day }) => Number(day.slice(8)) > 12);
  return [...new Set([...read.slice(0, 1), ...telling, ...read])]
    .slice(0, examplesShown)
    .map(({ text, day }) => dateReading(text, day));
}

function cutLists(columns: (ColumnFacts | undefined)[]): string[] {
  return columns.flatMap((column) =>
    column && column.distinct > mostChoices
      ? [`“${column.name}” has ${column.distinct} different values; the first ${mostChoices} are listed.`]
      : [],
  );
}

/** More lines about one day than this are said in one sentence, not line by line. */
const fewSameDay = 20;

/** Each reason once, in the order of its first line. */
function refusalsIn({ notes }: FileReading): Refusal[] {
  const reasons = new Map<string, Refusal>();
  const together = notes.filter(({ sameDay }) => sameDay).length > fewSameDay;
  for (const { outcome, message, line, sameDay } of notes) {
    if (outcome !== 'refused' || (sameDay && together)) continue;
    const known = reasons.get(message) ?? { message, lines: [], count: 0 };
    known.count += 1;
    if (known.lines.length < linesKept) known.lines.push(line);
    reasons.set(message, known);
  }
  return [...reasons.values()];
}

/** What the mapping page shows: how the file is read now, and what would be stored. */
export async function viewWaitingFile(
  db: Connection,
  file: WaitingFile,
  { measures, allMeasures }: ImportTeam,
  today: SchoolDay,
): Promise<MappingView> {
  const { mapping, columns, replace } = file;
  const find = (name: string) => columns.find((column) => column.name === name);
  const problem = mappingProblem(mapping, measures, file.rowCount);
  const reading: FileReading =
    problem === null ? await readWaitingFile(file, measures, today) : { numbers: [], notes: [] };
  const there = await numbersThere(db, problem === null ? measuresRead(mapping) : []);
  const fates = reading.numbers.map((read) => fateOf(read, there.get(placeKey(read)), replace));
  const counts = countOutcomes(reading, fates);
  const refusals = refusalsIn(reading);
  const groups = groupsOf(measures);
  const name = (list: { id: string; name: string }[], id: string) =>
    list.find((one) => one.id === id)?.name ?? '';
  const byDay = reading.numbers.toSorted((one, other) => one.date.localeCompare(other.date));
  const rows = byDay.slice(0, rowsShown).map((read): PreviewRow => {
    const before = there.get(placeKey(read));
    return {
      key: placeKey(read),
      day: formatWholeDay(read.date),
      measureName: name(measures, read.measureId),
      groupName: name(groups, read.groupId),
      reads: formatRecorded(read),
      before: before ? formatRecorded(before) : null,
    };
  });
  const date = find(mapping.date.column);
  const group = find(mapping.group.column);
  const long = find(mapping.long.column);
  return {
    ...{ importId: file.importId, teamId: file.teamId, fileName: file.fileName, rowCount: file.rowCount },
    ...{
      revision: file.revision,
      asLastTime: file.asLastTime,
      mapping,
      replace,
      groups,
      problem,
      counts,
      rows,
    },
    columns: columns
      .filter(({ holdsStudents }) => !holdsStudents)
      .map((column) => ({ name: column.name, isDate: column.dateFormats.length > 0 })),
    hidden: columns.filter(({ holdsStudents }) => holdsStudents).map((column) => column.name),
    measures: measures.map(({ id, name: title, kind, unit }) => ({ id, name: title, kind, unit })),
    moreMeasures: allMeasures.length > measures.length,
    dateFormats: date?.dateFormats ?? [],
    dateExamples: mapping.date.format === 'words' ? [] : dateExamples(file, date),
    dateWords: mapping.date.format === 'words' ? (date?.values ?? []) : [],
    groupValues: (group?.values ?? []).slice(0, mostChoices),
    longValues: (long?.values ?? []).slice(0, mostChoices),
    cutLists: cutLists([group, long]),
    filterValues: [0, 1].map((index) => {
      const column = find(mapping.filters[index]?.column ?? '');
      return column && column.distinct > mostValues ? null : (column?.values ?? []);
    }),
    sameDayLines: reading.notes.filter(({ sameDay }) => sameDay).length,
    importable: counts.added + counts.replaced,
    refusals: refusals.slice(0, refusalsShown),
    moreRefusals: Math.max(0, refusals.length - refusalsShown),
  };
}
