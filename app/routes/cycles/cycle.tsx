import { Link, Outlet, useLocation, useSearchParams } from 'react-router';
import { CoachAsks } from '~/features/coaching/reviews/coach-asks';
import { ReviewCard } from '~/features/coaching/reviews/review-card';
import { loadReviewStanding } from '~/features/coaching/reviews/review-standing.server';
import { ShareCard } from '~/features/cycles/share-card';
import { CycleRail } from '~/features/cycles/cycle-rail';
import { listRampSteps } from '~/features/cycles/cycle-queries.server';
import { findCycleTeam } from '~/features/cycles/cycle-team-queries.server';
import { isWorkingStage } from '~/features/cycles/cycle-stages';
import { scaleWords } from '~/features/cycles/cycle-words';
import { returnsOf } from '~/features/cycles/stage-header';
import { cycleOf } from '~/features/cycles/request-cycle.server';
import { loadCycleFamily } from '~/features/feed/family/family-queries.server';
import { CycleLineageLines, FamilyTree } from '~/features/feed/family/family-tree';
import { CycleHarvestForm } from '~/features/feed/syntheses/harvest-form';
import { listHarvestTargets } from '~/features/feed/syntheses/synthesis-queries.server';
import { CommitmentsCard } from '~/features/meetings/commitments/commitment-cards';
import { listCommitmentsOfCycle } from '~/features/meetings/commitments/commitment-queries.server';
import { FeedbackFromMeetings } from '~/features/meetings/feedback/feedback-from-meetings';
import { listFeedbackOfCycle } from '~/features/meetings/feedback/feedback-queries.server';
import { PresentationsOfCycle } from '~/features/meetings/presenters/presentation-card';
import { listPresentationsOfCycle } from '~/features/meetings/presenters/presentation-queries.server';
import { worksInTeam } from '~/features/people/people-policy';
import { signedIn } from '~/features/people/request-actor.server';
import { formatDay, formatSpan, schoolDayAt } from '~/lib/school-day';
import { found } from '~/platform/problem-response.server';
import { Notice } from '~/ui/card';
import type { Route } from './+types/cycle';

export async function loader({ params, context }: Route.LoaderArgs) {
  const { database, actor, network, now, today } = signedIn(context);
  const cycle = await cycleOf(context, params.cycle);
  const team = found(await findCycleTeam(database.reader, actor, cycle.teamId, today));
  const enteredOn = Object.fromEntries(
    cycle.changes.map((change) => [change.toStage, schoolDayAt(change.changedAt, network.timeZone)]),
  );
  return {
    cycle,
    team,
    steps: await listRampSteps(database.reader, cycle.rampId),
    today,
    enteredOn,
    returns: returnsOf(cycle.changes, (instant) => schoolDayAt(instant, network.timeZone)),
    mayWrite: worksInTeam(actor, cycle.teamId),
    standing: await loadReviewStanding(
      database.reader,
      actor,
      { cycle, coaches: team.coaches },
      { timeZone: network.timeZone, today },
    ),
    takenOn: await listCommitmentsOfCycle(database.reader, actor, cycle.id),
    said: await listFeedbackOfCycle(database.reader, actor, { cycleId: cycle.id, now }),
    clock: { timeZone: network.timeZone, today },
    presentations: await listPresentationsOfCycle(database.reader, actor, cycle.id),
    family: await loadCycleFamily(database.reader, actor, cycle.id),
    harvesting:
      actor.facilitatedCohortIds.length > 0
        ? await listHarvestTargets(database.reader, actor, { cycleId: cycle.id })
        : null,
  };
}

export default function CyclePage({ loaderData }: Route.ComponentProps) {
  const { lineage, tree } = loaderData.family;
  const { cycle, team, steps, today, enteredOn, mayWrite, returns, harvesting, standing } = loaderData;
  const { takenOn, said, clock, presentations } = loaderData;
  const shown = useLocation().pathname.split('/')[3] ?? '';
  const [search] = useSearchParams();
  const stop = cycle.changes.findLast((change) => change.toStage === 'stopped');
  return (
    <div className="lg:flex lg:gap-10">
      <CycleRail {...{ cycle, team, steps, shown, today, enteredOn }} />
      <div className="mt-6 min-w-0 flex-1 lg:mt-0 lg:max-w-[820px]">
        {cycle.stage === 'stopped' && stop ? (
          <div className="mb-5">
            <Notice>
              <strong>This cycle was stopped</strong> by {stop.changedByName},{' '}
              {formatDay(enteredOn.stopped ?? today, today)}. {stop.reason}
            </Notice>
          </div>
        ) : null}
        {search.has('saved') ? (
          <div className="mb-5">
            <Notice role="status">Saved for your team.</Notice>
          </div>
        ) : null}
        {standing && isWorkingStage(shown) ? <CoachAsks standing={standing} stage={shown} /> : null}
        <Outlet />
        {standing ? <ReviewCard standing={standing} /> : null}
        {takenOn.length + said.length > 0 ? (
          <div className="mt-5 space-y-5">
            <CommitmentsCard commitments={takenOn} clock={clock} at="cycle" title="Taken on in meetings" />
            <FeedbackFromMeetings feedback={said} clock={clock} />
          </div>
        ) : null}
        {presentations.length === 0 ? null : (
          <div className="mt-5 print:hidden">
            <PresentationsOfCycle presentations={presentations} isOwn={mayWrite} />
          </div>
        )}
        {mayWrite && cycle.stage === 'stopped' ? (
          <div className="mt-5 print:hidden">
            <ShareCard cycleId={cycle.id} decision="abandon" />
          </div>
        ) : null}
        {returns.length > 0 ? (
          <ul className="mt-8 space-y-1 text-sm text-soft" aria-label="Ways back">
            {returns.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        ) : null}
        {lineage === null && tree === null ? null : (
          <section aria-labelledby="lineage" className="mt-8 space-y-3 border-t border-line pt-4 text-sm">
            <h2 id="lineage" className="text-base">
              {tree !== null && tree.here.children.length + tree.here.unseen > 0
                ? 'Where it comes from, and who tried it'
                : 'Where it comes from'}
            </h2>
            {lineage === null ? null : <CycleLineageLines lineage={lineage} />}
            {tree === null ? null : <FamilyTree tree={tree} />}
          </section>
        )}
        {harvesting === null ? null : (
          <div className="mt-8">
            <CycleHarvestForm cycle={cycle} syntheses={harvesting} />
          </div>
        )}
        <footer className="mt-8 flex flex-wrap items-center gap-x-5 gap-y-2 border-t border-line pt-4 text-sm text-soft print:hidden">
          <span>
            Cycle {cycle.number} · {scaleWords[cycle.scale]} ·{' '}
            {formatSpan(cycle.plannedStart, cycle.plannedEnd, today)}
          </span>
          <Link to={`/cycles/${cycle.id}/print`} className="inline-flex min-h-6 items-center lg:hidden">
            One-page storyboard
          </Link>
          <Link to={`/teams/${team.teamId}`} className="inline-flex min-h-6 items-center lg:hidden">
            {team.teamName}
          </Link>
          {mayWrite && (cycle.stage === 'do' || cycle.stage === 'study' || cycle.stage === 'act') ? (
            <Link
              to={`/posts/new?cycle=${cycle.id}&kind=puzzle`}
              className="inline-flex min-h-6 items-center"
            >
              Ask the network
            </Link>
          ) : null}
          {mayWrite && cycle.stage !== 'complete' && cycle.stage !== 'stopped' && shown !== 'stop' ? (
            <Link to={`/cycles/${cycle.id}/stop`} className="inline-flex min-h-6 items-center">
              Stop this cycle
            </Link>
          ) : null}
        </footer>
      </div>
    </div>
  );
}
