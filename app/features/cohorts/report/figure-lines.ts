import type { ReportPart } from '#db/vocabulary';
import { decisions, predictionVerdicts } from '#db/vocabulary';
import { decisionWords, verdictWords } from '~/features/cycles/cycle-words';
import { postKindWords } from '~/features/feed/post-words';
import { counted } from '~/lib/number-format';
import type { DaySpan } from '../time-span';
import type {
  LearnedFigures,
  MeasureFigures,
  MovedIdea,
  ParticipationFigures,
  PostFigures,
  ReportFigures,
  TriedFigures,
} from './report-figures';
import { ofTeams } from './report-words';
import { monthsWords } from './told-months-rules';

/**
 * One figure as it is shown: a row of the page's table and of the file, so that the two cannot differ. Empty `period` is
 * the report's whole time.
 */
export type FigureLine = {
  measure: string;
  group: string;
  period: string;
  shown: string;
  note: string;
  /** What it stands beneath with others, on the page; a note of each in the file. */
  heading: string;
};

const line = (measure: string, shown: string | number, more: Partial<FigureLine> = {}): FigureLine => ({
  ...{ measure, group: '', period: '', shown: String(shown), note: '', heading: '' },
  ...more,
});

function participationLines(figures: ParticipationFigures): FigureLine[] {
  const { teams, meetings, schoolWeeks } = figures;
  const attended = [
    line('People at one meeting or more', figures.people),
    line('Teams at one meeting or more', ofTeams(figures.teamsAtMeetings, teams)),
  ];
  return [
    line('Teams', teams),
    line('Schools', figures.schools),
    line('Teams with a cycle open', ofTeams(figures.teamsWithCycle, teams)),
    line('Cycles begun', figures.begun),
    line('Cycles decided', figures.completed),
    line('Cycles stopped', figures.stopped),
    line('Teams that logged numbers', ofTeams(figures.teamsWithNumbers, teams)),
    line('Teams with numbers in half of the school weeks or more', ofTeams(figures.teamsRegular, teams), {
      note: counted(schoolWeeks, 'school week'),
    }),
    line('Meetings of the cohort', meetings),
    ...(meetings === 0 ? [] : attended),
  ];
}

const tooFew = 'Told for whole months that are over, once three teams of three schools have some.';

const ofMonths = (months: DaySpan) => ({
  period: `${months.from} to ${months.through}`,
  heading: `Of whole months: ${monthsWords(months)}`,
});

function triedLines({ cycles, decisions: decided, ideas }: TriedFigures): FigureLine[] {
  return [
    line('Cycles open', cycles),
    ...(decided === null
      ? [line('Decisions', 'too few to tell', { note: tooFew })]
      : decisions.map((one) => line(decisionWords[one].past, decided.counts[one], ofMonths(decided.months)))),
    ...ideas.map(({ name, teams, cycles: tests }) =>
      line(name, `${counted(teams, 'team')}, ${counted(tests, 'cycle')}`, {
        heading: 'Ideas that teams told the network of under their names',
      }),
    ),
  ];
}

function learnedLines({ verdicts }: LearnedFigures): FigureLine[] {
  if (verdicts === null) return [line('Predictions', 'too few to tell', { note: tooFew })];
  return predictionVerdicts.map((one) =>
    line(`Predictions: ${verdictWords[one].toLowerCase()}`, verdicts.counts[one], ofMonths(verdicts.months)),
  );
}

function postLines({ wins, losses, withinCohort }: PostFigures): FigureLine[] {
  return [
    line('Wins shared with the network by name', wins),
    line('Losses shared with the network by name', losses),
    line('Wins and losses within the cohort', withinCohort),
  ];
}

/** The chosen posts, for the file; the page shows them as they are. */
function chosenLines({ posts }: PostFigures): FigureLine[] {
  return posts.map(({ kind, title, signedAs, sharedOn, chart, shape }) =>
    line(postKindWords[kind].name, title, {
      ...{ group: signedAs, period: sharedOn },
      note: chart === null ? shape : chart.model.verdict.headline,
    }),
  );
}

function measureLines(measures: readonly MeasureFigures[]): FigureLine[] {
  return measures.flatMap(({ name, why, groups }) =>
    why === ''
      ? groups.flatMap(({ groupName: group, chart, points, why: hidden }) =>
          chart === null
            ? [line(name, 'not shown', { group, note: hidden })]
            : points.map(({ from, to, show, teams }) =>
                line(name, show, {
                  ...{ group, note: `pooled over ${counted(teams, 'team')}` },
                  period: from === to ? from : `${from} to ${to}`,
                }),
              ),
        )
      : [line(name, 'not shown', { note: why })],
  );
}

function movedLines(ideas: readonly MovedIdea[]): FigureLine[] {
  return ideas.map(({ name, schools, cycles }) =>
    line(name, `${counted(cycles, 'new cycle')}, ${counted(schools, 'school')}`),
  );
}

/** The figures of each part that stand on the page as a table. */
export function tableLines(figures: ReportFigures): Record<ReportPart, FigureLine[]> {
  return {
    participation: participationLines(figures.participation),
    tried: triedLines(figures.tried),
    learned: learnedLines(figures.learned),
    wins_and_losses: postLines(figures.wins_and_losses),
    shared_measures: [],
    ideas: movedLines(figures.ideas),
  };
}

/** All figures of each part, with those that the page shows as charts, posts and pages of learning. */
export function fileLines(figures: ReportFigures): Record<ReportPart, FigureLine[]> {
  const table = tableLines(figures);
  const { syntheses } = figures.learned;
  return {
    ...table,
    learned: [
      ...table.learned,
      ...syntheses.flatMap(({ title, signedAs, claims }) =>
        claims.map((claim) => line(title, claim, { group: signedAs })),
      ),
    ],
    wins_and_losses: [...table.wins_and_losses, ...chosenLines(figures.wins_and_losses)],
    shared_measures: measureLines(figures.shared_measures),
  };
}
