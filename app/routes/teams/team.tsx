import { Link } from 'react-router';
import { listCyclesOfTeam } from '~/features/cycles/cycle-list-queries.server';
import { findCycleTeam } from '~/features/cycles/cycle-team-queries.server';
import { LedgerTable, tallySentence } from '~/features/cycles/ledger-view';
import { loadLedger } from '~/features/cycles/ledger.server';
import { RampList, rampsOf } from '~/features/cycles/ramp-list';
import { loadReplicationNews } from '~/features/feed/family/replication-news.server';
import { ReplicationNewsList } from '~/features/feed/family/replication-news';
import { CommitmentsCard } from '~/features/meetings/commitments/commitment-cards';
import { listCommitmentsOfTeam } from '~/features/meetings/commitments/commitment-queries.server';
import { FeedbackFromMeetings } from '~/features/meetings/feedback/feedback-from-meetings';
import { listFeedbackOfTeam } from '~/features/meetings/feedback/feedback-queries.server';
import { buildWall } from '~/features/measures/wall/build-wall';
import { wallOrders } from '~/features/measures/wall/measure-wall';
import { MeasureSetHints } from '~/features/measures/measure-set-hints';
import { measureSetHints, measuresByLevel } from '~/features/measures/measure-set-rules';
import { MeasureWallView } from '~/features/measures/wall/measure-wall-view';
import { listMeasuresOfTeam } from '~/features/measures/measure-queries.server';
import { WallOrderChoice } from '~/features/measures/wall/wall-order';
import { recallWall } from '~/features/measures/wall/wall-memory.server';
import { byAttention, byName } from '~/features/measures/wall/wall-rules';
import { AimReading } from '~/features/theory/aim-reading';
import { findAim } from '~/features/theory/aim.server';
import { teamRoleWords } from '~/features/people/people-words';
import { worksInTeam } from '~/features/people/people-policy';
import { signedIn } from '~/features/people/request-actor.server';
import { found } from '~/platform/problem-response.server';
import { ButtonLink } from '~/ui/button';
import { Card, EmptyState } from '~/ui/card';
import { PageHeader } from '~/ui/page-header';
import type { Route } from './+types/team';

const mostLedgerRows = 5;
const triedDuring = 180 * 86_400_000;
const settledDuring = 14 * 86_400_000;
const saidDuring = 180 * 86_400_000;

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { database, actor, network, now, today } = signedIn(context);
  const db = database.reader;
  const team = found(await findCycleTeam(db, actor, params.team, today));
  const measures = await listMeasuresOfTeam(db, actor, team.teamId);
  const wall = buildWall(
    measuresByLevel(measures).map((measure) => ({ ...measure, team: null })),
    await recallWall(db, measures, network.runChartRules),
    today,
  );
  const asked = new URL(request.url).searchParams.get('sort');
  const order = wallOrders.find((one) => one === asked) ?? 'set';
  const ledger = await loadLedger(db, actor, { teamId: team.teamId, measures, today });
  return {
    team,
    today,
    mayWrite: worksInTeam(actor, team.teamId),
    aim: await findAim(db, actor, team.teamId),
    ramps: rampsOf(await listCyclesOfTeam(db, actor, team.teamId)),
    ledger: {
      rows: ledger.rows.slice(0, mostLedgerRows),
      more: ledger.rows.length - mostLedgerRows,
      sentence: tallySentence(ledger.tally, worksInTeam(actor, team.teamId)),
    },
    tried: await loadReplicationNews(db, actor, {
      ...{ since: now - triedDuring, timeZone: network.timeZone, today },
      teamId: team.teamId,
    }),
    takenOn: await listCommitmentsOfTeam(db, actor, { teamId: team.teamId, since: now - settledDuring }),
    said: await listFeedbackOfTeam(db, actor, { teamId: team.teamId, since: now - saidDuring, now }),
    clock: { timeZone: network.timeZone, today },
    order,
    hints: measureSetHints(measures),
    measures: order === 'attention' ? byAttention(wall) : order === 'name' ? byName(wall) : wall,
  };
}

export default function Team({ loaderData }: Route.ComponentProps) {
  const { team, today, mayWrite, aim, ramps, ledger, measures, order, hints, tried } = loaderData;
  const { takenOn, said, clock } = loaderData;
  const people = [
    ...team.members.map((member) => `${member.name} (${teamRoleWords[member.role].toLowerCase()})`),
    ...team.coaches.map((name) => `coach ${name}`),
  ];
  return (
    <div className="mx-auto max-w-[1180px] space-y-8">
      <title>{`${team.teamName} · Boldline`}</title>
      <PageHeader
        above={team.schoolName}
        title={team.teamName}
        lead={people.join(', ')}
        action={
          <>
            <ButtonLink to={`/teams/${team.teamId}/progress`}>Progress</ButtonLink>
            {mayWrite ? (
              <ButtonLink to={`/cycles/new?team=${team.teamId}`} tone="primary">
                Plan a cycle
              </ButtonLink>
            ) : (
              <ButtonLink to={`/coaching/${team.teamId}`}>The whole story</ButtonLink>
            )}
          </>
        }
      />
      <Card labelledBy="aim">
        <div className="flex flex-wrap items-start justify-between gap-3">
          <h2 id="aim">Aim</h2>
          {mayWrite ? (
            <Link to={`/teams/${team.teamId}/aim`} className="inline-flex min-h-6 items-center">
              {aim ? 'Change the aim' : 'Write the aim'}
            </Link>
          ) : null}
        </div>
        {aim ? (
          <AimReading aim={aim} today={today} />
        ) : (
          <p className="mt-2 text-soft">Not written yet: what, for whom, how much, by when.</p>
        )}
      </Card>
      <section aria-labelledby="measures">
        <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
          <h2 id="measures">Measures</h2>
          {mayWrite ? (
            <div className="flex flex-wrap gap-2">
              <ButtonLink to={`/imports/new?team=${team.teamId}`}>Import a file</ButtonLink>
              <ButtonLink to={`/measures/new?team=${team.teamId}`}>Add a measure</ButtonLink>
            </div>
          ) : null}
        </div>
        {measures.length > 0 ? (
          <div className="space-y-3">
            {measures.length > 2 ? (
              <WallOrderChoice
                order={order}
                usual="level"
                pathOf={(sort) => `/teams/${team.teamId}${sort === 'set' ? '' : `?sort=${sort}`}`}
              />
            ) : null}
            <MeasureWallView measures={measures} today={today} />
            <MeasureSetHints hints={hints} />
          </div>
        ) : (
          <EmptyState title="No measure yet.">
            A measure is something small you count often, such as “5 of 8 students wrote a complete
            paragraph”.
          </EmptyState>
        )}
      </section>
      <section aria-labelledby="ramps">
        <h2 id="ramps" className="mb-3">
          Ramps and cycles
        </h2>
        {ramps.length > 0 ? (
          <RampList ramps={ramps} today={today} />
        ) : (
          <EmptyState
            title="No cycle yet."
            action={
              mayWrite ? (
                <ButtonLink to={`/cycles/new?team=${team.teamId}`}>Plan the first one</ButtonLink>
              ) : null
            }
          >
            Start with one change and a few students: “Sentence frames before writing, with my Tuesday group”.
          </EmptyState>
        )}
      </section>
      <CommitmentsCard
        commitments={takenOn}
        clock={clock}
        at="team"
        title="What the team took on in meetings"
      />
      <FeedbackFromMeetings feedback={said} clock={clock} />
      <ReplicationNewsList news={tried} />
      <section aria-labelledby="ledger">
        <div className="mb-1 flex flex-wrap items-center justify-between gap-3">
          <h2 id="ledger">Prediction ledger</h2>
          {ledger.rows.length > 0 ? (
            <ButtonLink to={`/teams/${team.teamId}/predictions`}>The whole ledger</ButtonLink>
          ) : null}
        </div>
        <p className="text-soft">{ledger.sentence}</p>
        {ledger.rows.length > 0 ? (
          <Card className="mt-3 py-1!">
            <LedgerTable rows={ledger.rows} />
          </Card>
        ) : null}
      </section>
    </div>
  );
}
