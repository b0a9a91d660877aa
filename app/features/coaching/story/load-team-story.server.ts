import type { RunChartRules } from '#db/vocabulary';
import type { CycleTeam } from '~/features/cycles/cycle';
import { listCyclesOfTeam } from '~/features/cycles/cycle-list-queries.server';
import { tallySentence } from '~/features/cycles/ledger-view';
import { loadLedger } from '~/features/cycles/ledger.server';
import { rampsOf } from '~/features/cycles/ramp-list';
import { listMeasuresOfTeam } from '~/features/measures/measure-queries.server';
import { measuresByLevel } from '~/features/measures/measure-set-rules';
import { loadSeries } from '~/features/measures/series-queries.server';
import { buildWall } from '~/features/measures/wall/build-wall';
import { recallWall } from '~/features/measures/wall/wall-memory.server';
import type { Actor } from '~/features/people/actor';
import { coachesTeam, worksInTeam } from '~/features/people/people-policy';
import { findAim } from '~/features/theory/aim.server';
import type { SchoolDay } from '~/lib/school-day';
import type { Connection } from '~/platform/database.server';
import { listHandovers } from '../handover/handover-queries.server';
import { noteForNewCoach } from '../handover/handover-rules';
import { listNudges } from '../nudges/nudge-queries.server';
import { chartSignals } from './chart-signals';
import { nextForTeam } from './next-for-team';
import type { Reader } from './next-for-team';
import { openCycles } from './open-cycle-rules';
import type { PostInStory } from './story';
import { storyPage } from './story-page';
import {
  listCoachesSince,
  listCommitments,
  listContactsBefore,
  listCycleMoments,
  listNewestContacts,
  listReviews,
  listScores,
  listTeamEvents,
} from './story-queries.server';
import { teamStory } from './team-story';

const mostLedgerRows = 5;

function readerOf(actor: Actor, teamId: string): Reader {
  const { personId } = actor;
  if (coachesTeam(actor, teamId)) return { personId, as: 'coach' };
  return { personId, as: worksInTeam(actor, teamId) ? 'member' : 'facilitator' };
}

type Asked = {
  /** From a query in the actor's scope. */
  team: CycleTeam;
  /** What the team shared, as far as the actor may know. */
  posts: PostInStory[];
  before: SchoolDay | null;
  rules: RunChartRules;
  timeZone: string;
  today: SchoolDay;
};

/** A team's whole story on one page; the number of statements does not grow with the team. */
export async function loadTeamStory(
  db: Connection,
  actor: Actor,
  { team, posts, before, rules, timeZone, today }: Asked,
) {
  const { teamId } = team;
  const reader = readerOf(actor, teamId);
  const measures = measuresByLevel(await listMeasuresOfTeam(db, actor, teamId));
  const placed = measures.map((measure) => ({ ...measure, team: null }));
  const wall = buildWall(placed, await recallWall(db, measures, rules), today);
  const series = await loadSeries(
    db,
    measures.map(({ id }) => id),
    { brief: true },
  );
  const cycles = await listCyclesOfTeam(db, actor, teamId);
  const ledger = await loadLedger(db, actor, { teamId, measures, today });
  const reviews = await listReviews(db, teamId);
  const nudges = await listNudges(db, teamId);
  const contacts = await listNewestContacts(db, teamId);
  const handovers = await listHandovers(db, teamId);
  const coaches = await listCoachesSince(db, teamId);
  const entries = teamStory(
    {
      ...{ teamId, posts, reviews, nudges, handovers, coaches },
      contacts: await listContactsBefore(db, teamId, before),
      signals: chartSignals(measures, series, rules),
      cycles: await listCycleMoments(db, teamId),
      scores: await listScores(db, teamId),
      events: await listTeamEvents(db, teamId),
    },
    timeZone,
  );
  const open = openCycles(cycles, today);
  const beganOn = coaches
    .filter(({ personId }) => personId === actor.personId)
    .map((one) => one.beganOn)
    .toSorted()
    .at(-1);
  const me = { personId: actor.personId, beganOn: beganOn ?? null, today };
  return {
    reader,
    next: nextForTeam({ teamId, open, reviews }, reader, { today, timeZone }),
    cycleId: open[0]?.id ?? null,
    note: reader.as === 'coach' ? noteForNewCoach(handovers, me) : null,
    aim: await findAim(db, actor, teamId),
    measures: wall,
    ramps: rampsOf(cycles),
    ledger: {
      rows: ledger.rows.slice(0, mostLedgerRows),
      isMore: ledger.rows.length > mostLedgerRows,
      sentence: tallySentence(ledger.tally, worksInTeam(actor, teamId)),
    },
    ...{ reviews, nudges, contacts, handovers },
    commitments: await listCommitments(db, teamId),
    story: storyPage(entries, before),
  };
}

export type TeamStory = Awaited<ReturnType<typeof loadTeamStory>>;
