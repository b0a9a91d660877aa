import type { ReadWallChart } from '~/features/measures/wall/build-wall';
import type { Actor } from '~/features/people/actor';
import { dayOffOn, dayOffWords } from '~/features/people/days-off';
import { coachesTeam, followsTeams } from '~/features/people/people-policy';
import type { Connection } from '~/platform/database.server';
import { loadMedianFeedback } from '../reviews/feedback-queries.server';
import { caseloadGroups } from './caseload';
import type { CaseloadGlance, CaseloadGroup, CaseloadTeam, CaseloadView } from './caseload';
import { judgeTeams } from './caseload-assembly.server';
import type { CaseloadDay, JudgedTeam } from './caseload-assembly.server';
import { letsThrough } from './caseload-filter';
import type { CaseloadFilter } from './caseload-filter';
import { listLastDone, listLastNotes, pageSize } from './last-words.server';
import { longestWaitingFirst } from './caseload-rules';
import { placeOptions } from './place-options';
import { standingOf, waitingOf } from './waiting-rules';

type Charts = Map<string, ReadWallChart[]>;

/** The chart of a row: the one its first reason speaks of, else the first of the cycle that ends next. */
function chartOf(
  { facts, pressing, held }: JudgedTeam,
  charts: Charts,
): Pick<CaseloadTeam, 'chart' | 'verdict'> {
  const first = pressing[0] ?? held[0];
  const cycle = facts.cycles.find(({ id }) => id === first?.cycleId) ?? facts.cycles[0];
  const ids = first?.measureId ? [first.measureId] : (cycle?.measureIds ?? []);
  for (const id of ids) {
    const drawn = (charts.get(id) ?? []).filter(({ chart }) => chart !== null);
    const changed = drawn.find(({ verdict }) => verdict.tone === 'toward' || verdict.tone === 'away');
    const shown = (first?.reason === 'signal' ? changed : undefined) ?? drawn[0];
    const name = facts.measures.find((one) => one.id === id)?.name ?? '';
    if (shown)
      return { chart: shown.chart, verdict: `${name}, ${shown.groupName}: ${shown.verdict.headline}` };
  }
  return { chart: null, verdict: '' };
}

/** A team's row, without what is asked for by page. */
function rowOf(actor: Actor, judged: JudgedTeam, charts: Charts): CaseloadTeam {
  const { team: place, facts, group, pressing, held } = judged;
  const first = pressing[0] ?? held[0];
  const cycle = facts.cycles.find(({ id }) => id === first?.cycleId) ?? facts.cycles[0];
  return {
    ...{ id: place.id, name: place.name, schoolName: place.schoolName },
    about: cycle ? `Cycle ${cycle.number} · ${cycle.changeIdea}` : '',
    coached: coachesTeam(actor, place.id),
    ...{ group, reasons: pressing, held, lastNote: '', lastDone: '' },
    ...{ waits: waitingOf(facts), standing: standingOf(judged) },
    ...chartOf(judged, charts),
  };
}

/** The rows with what their words need beside the rules. */
async function withWords(db: Connection, teams: CaseloadTeam[], day: CaseloadDay): Promise<CaseloadTeam[]> {
  const silent = (one: CaseloadTeam) =>
    one.reasons[0]?.reason === 'no_data' || one.reasons[0]?.reason === 'quiet'
      ? one.reasons[0].cycleId
      : null;
  const notes = await listLastNotes(
    db,
    teams.flatMap((one) => silent(one) ?? []),
  );
  const done = await listLastDone(
    db,
    teams.filter(({ group }) => group === 'well').map(({ id }) => id),
    day,
  );
  return teams.map((one) => ({
    ...one,
    lastNote: notes.get(silent(one) ?? '') ?? '',
    lastDone: done.get(one.id) ?? '',
  }));
}

/** The days off on which some of these teams rest today. */
function breaksOf(teams: JudgedTeam[]): string[] {
  const words = teams.flatMap(({ facts: { today, daysOff } }) => {
    const off = dayOffOn(today, daysOff);
    return off === null ? [] : [dayOffWords(off, today)];
  });
  return [...new Set(words)];
}

/** The teams that need somebody, those that wait longest first. */
function needingOf(teams: JudgedTeam[]): JudgedTeam[] {
  return longestWaitingFirst(
    teams.flatMap((one) => (one.group === 'now' ? [{ ...one, reasons: one.pressing }] : [])),
  );
}

function perGroup<T>(of: (group: CaseloadGroup) => T): Record<CaseloadGroup, T> {
  return { now: of('now'), with_team: of('with_team'), well: of('well'), quiet: of('quiet') };
}

/** The teams somebody follows: who needs somebody now, and how the others stand; fifty to a page. */
export async function loadCaseload(
  db: Connection,
  actor: Actor,
  filter: CaseloadFilter,
  day: CaseloadDay,
): Promise<CaseloadView> {
  const { teams, charts } = await judgeTeams(db, actor, filter.scope, day);
  const matching = teams.filter(({ team: place, facts, pressing, held }) =>
    letsThrough(filter, {
      ...{ teamName: place.name, schoolId: place.schoolId, schoolName: place.schoolName, leaId: place.leaId },
      ...{ changeIdeas: facts.cycles.map(({ changeIdea }) => changeIdea), reasons: [...pressing, ...held] },
    }),
  );
  const groups = perGroup((group) =>
    group === 'now' ? needingOf(matching) : matching.filter((one) => one.group === group),
  );
  const pages = Math.max(1, Math.ceil(matching.length / pageSize));
  const page = Math.min(filter.page, pages);
  const ordered = caseloadGroups.flatMap((group) => groups[group]);
  const rows = await withWords(
    db,
    ordered.slice((page - 1) * pageSize, page * pageSize).map((one) => rowOf(actor, one, charts)),
    day,
  );
  return {
    ...{ total: teams.length, page, pages },
    needing: teams.filter(({ group }) => group === 'now').length,
    groups: perGroup((group) => rows.filter((one) => one.group === group)),
    matching: perGroup((group) => groups[group].length),
    resting: teams.flatMap(({ team: place, resting }) =>
      resting.map((rest) => ({
        ...rest,
        ...{ teamId: place.id, teamName: place.name, schoolName: place.schoolName },
      })),
    ),
    breaks: breaksOf(teams),
    medianMs:
      actor.coachedTeamIds.length === 0
        ? null
        : ((await loadMedianFeedback(db, actor.personId))?.medianMs ?? null),
    options: placeOptions(teams.map(({ team: place }) => place)),
  };
}

const onGlance = 3;

/**
 * The first teams that need this coach; for who coaches nobody, those of their cohorts that need a coach. Null for who
 * follows no team.
 */
export async function loadCaseloadGlance(
  db: Connection,
  actor: Actor,
  day: CaseloadDay,
): Promise<CaseloadGlance | null> {
  if (!followsTeams(actor)) return null;
  const scope = actor.coachedTeamIds.length > 0 ? 'mine' : 'all';
  const { teams, charts } = await judgeTeams(db, actor, scope, day);
  const needing = needingOf(teams);
  return {
    ...{ scope, total: teams.length, needing: needing.length },
    first: needing.slice(0, onGlance).map((one) => rowOf(actor, one, charts)),
  };
}
