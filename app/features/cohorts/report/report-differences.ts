import { reportParts } from '#db/vocabulary';
import { formatSpan, isSchoolDay } from '~/lib/school-day';
import type { ReportPart } from '#db/vocabulary';
import type { PostToChoose } from './post-choice';
import { savedPlaces, typedPlaces } from './post-places';
import type { CohortReport } from './report';
import { partWords } from './report-words';

type Difference = { label: string; theirs: string; mine: string };
type Typed = Record<string, unknown>;

const text = (value: unknown) => (typeof value === 'string' ? value.trim() : '');
const fieldsOf = (value: unknown): Typed =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};

const timeWords = (from: string, through: string) =>
  isSchoolDay(from) && isSchoolDay(through) ? formatSpan(from, through, '') : `${from} ${through}`;

/** The chosen titles in their order, one a line. */
function chosenTitles(places: Map<string, string>, posts: readonly PostToChoose[]): string {
  return posts
    .filter(({ id }) => (places.get(id) ?? '') !== '')
    .toSorted((one, other) => Number(places.get(one.id)) - Number(places.get(other.id)))
    .map(({ title }) => title)
    .join('\n');
}

/** Where a typed report differs from the one that was saved meanwhile, in words for both. */
export function reportDifferences(
  report: CohortReport,
  { drafted, posts }: { drafted: Record<ReportPart, string>; posts: readonly PostToChoose[] },
  typed: Typed,
): Difference[] {
  const typedParts = fieldsOf(typed.parts);
  const figuresWords = (shows: boolean) => (shows ? 'shown' : 'left out');
  const inItWords = (isOut: boolean) => (isOut ? 'left out' : 'in it');
  const parts = reportParts.flatMap((part) => {
    const { name } = partWords[part];
    const { words, showsFigures, isLeftOut } = report.parts[part];
    const mine = fieldsOf(typedParts[part]);
    return [
      {
        label: `In the report: ${name.toLowerCase()}`,
        theirs: inItWords(isLeftOut),
        mine: inItWords(mine.leftOut !== undefined),
      },
      { label: name, theirs: words === '' ? drafted[part] : words, mine: text(mine.words) },
      {
        label: `Figures: ${name.toLowerCase()}`,
        theirs: figuresWords(showsFigures),
        mine: figuresWords(mine.figures !== undefined),
      },
    ];
  });
  const places = typedPlaces(typed.posts) ?? new Map<string, string>();
  return [
    { label: 'Title', theirs: report.title, mine: text(typed.title) },
    {
      label: 'Its time',
      theirs: timeWords(report.span.from, report.span.through),
      mine: timeWords(text(typed.from), text(typed.through)),
    },
    ...parts,
    {
      label: 'Wins and losses it tells of',
      theirs: chosenTitles(savedPlaces(report.postIds), posts),
      mine: chosenTitles(places, posts),
    },
  ].filter(({ theirs, mine }) => theirs.replaceAll('\r', '').trim() !== mine.replaceAll('\r', '').trim());
}
