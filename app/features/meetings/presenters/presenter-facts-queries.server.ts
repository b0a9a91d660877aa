import { cycle, team } from '#db/schema';
import type { ReadWallChart } from '~/features/measures/wall/build-wall';
import { recallWall } from '~/features/measures/wall/wall-memory.server';
import type { Actor, Network } from '~/features/people/actor';
import { groupedBy } from '~/lib/grouped-by';
import { addDays, schoolDayAt } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import type { Connection } from '~/platform/database.server';
import { listCycles, listQuestions, listWaiting } from './presenter-cycles-queries.server';
import type { PresenterCycle, PresenterFacts } from './presenter-facts';
import { listAskedMeasures } from './presenter-measures-queries.server';
import { listHidden, listPuzzles } from './presenter-posts-queries.server';
import { listTeamsOfMeeting, ofMeeting } from './presenter-teams-queries.server';
import type { PresentersOf } from './presenter-teams-queries.server';

/** How far back cycles are looked at, in days. */
const farBack = 240;

const ideaKeyOf = (ideaId: string | null, changeIdea: string) =>
  ideaId ?? changeIdea.trim().replaceAll(/\s+/g, ' ').toLowerCase();

/** A small chart beside a suggestion, with its sentence; for those who may read the team's numbers. */
export type PresenterChart = Pick<ReadWallChart, 'chart'> & { words: string };

export type GatheredPresenters = { facts: PresenterFacts; charts: Map<string, PresenterChart> };

/**
 * Everything that suggestions rest on, and a small chart for each cycle that has one. A fixed number of statements, however
 * many teams there are.
 */
export async function gatherPresenters(
  db: Connection,
  actor: Actor,
  owner: PresentersOf,
  { network, today }: { network: Network; today: SchoolDay },
): Promise<GatheredPresenters> {
  const { timeZone, runChartRules } = network;
  const since = addDays(today, -farBack);
  const [scope, teamScope] = [ofMeeting(actor, owner, cycle.teamId), ofMeeting(actor, owner, team.id)];
  const dayOf = (instant: number) => schoolDayAt(instant, timeZone);
  const teams = await listTeamsOfMeeting(db, actor, owner);
  const hidden = await listHidden(db, teamScope);
  const cycles = await listCycles(db, scope, since);
  const questions = groupedBy(await listQuestions(db, scope, since), ({ cycleId }) => cycleId);
  const puzzles = groupedBy(await listPuzzles(db, actor, scope), ({ cycleId }) => cycleId ?? '');
  const waiting = groupedBy(await listWaiting(db, scope), ({ cycleId }) => cycleId);
  const asked = [...questions.values()].flat().flatMap(({ measureId }) => measureId ?? []);
  const measures = await listAskedMeasures(db, [...new Set(asked)]);
  const wall = await recallWall(db, measures, runChartRules);
  const nameOf = new Map(measures.map(({ id, name }) => [id, name]));
  const chartsOf = (cycleId: string) =>
    (questions.get(cycleId) ?? []).flatMap(({ measureId, groupId }) =>
      (wall.get(measureId ?? '') ?? [])
        .filter((one) => one.groupId === groupId)
        .map((one) => ({ ...one, measureId: measureId ?? '', name: nameOf.get(measureId ?? '') ?? '' })),
    );
  const facts: PresenterCycle[] = cycles.map((row) => {
    const { id, teamId, number, changeIdea, stage, decision, decidedAt, learned, why } = row;
    return {
      ...{ id, teamId, number, changeIdea, ideaKey: ideaKeyOf(row.ideaId, changeIdea) },
      isFinished: stage === 'complete',
      decision:
        decision === null || decidedAt === null
          ? null
          : {
              ...{ word: decision, on: dayOf(decidedAt) },
              hasLesson: (learned + (why ?? '')).trim() !== '',
            },
      misses: (questions.get(id) ?? []).flatMap(({ question, confidence, verdict, answeredAt }) =>
        verdict === 'not_as_predicted' && confidence !== null && answeredAt !== null
          ? [{ question, confidence, on: dayOf(answeredAt) }]
          : [],
      ),
      signals: chartsOf(id).flatMap(({ run, verdict, name, groupName, measureId }) =>
        run !== null &&
        verdict.tone === 'toward' &&
        !hidden.measures.has(measureId) &&
        run.to >= row.from &&
        run.from <= row.to
          ? [{ chart: `${name}, ${groupName.toLowerCase()}`, ...run }]
          : [],
      ),
      puzzles: (puzzles.get(id) ?? []).map(({ title, sharedAt }) => ({ title, on: dayOf(sharedAt) })),
      waits: (waiting.get(id) ?? []).map(({ asks, beganAt }) => ({ asks, on: dayOf(beganAt) })),
      isHidden: hidden.ramps.has(row.rampId),
    };
  });
  const charts = cycles.flatMap(({ id }): [string, PresenterChart][] => {
    const drawn = chartsOf(id).filter(({ chart }) => chart !== null);
    const shown = drawn.find(({ verdict }) => verdict.tone === 'toward') ?? drawn[0];
    if (!shown) return [];
    const words = `${shown.name}, ${shown.groupName.toLowerCase()}: ${shown.verdict.headline}`;
    return [[id, { chart: shown.chart, words }]];
  });
  return {
    facts: {
      teams,
      cycles: facts,
    },
    charts: new Map(charts),
  };
}
