import { Link } from 'react-router';
import { listActivity } from '~/features/activity/activity-queries.server';
import { condensed } from '~/features/activity/activity-words';
import { ActivityList } from '~/features/activity/activity-list';
import { CaseloadCard } from '~/features/coaching/caseload/caseload-card';
import { loadCaseloadGlance } from '~/features/coaching/caseload/caseload-queries.server';
import { ReturnedReviewsCard } from '~/features/coaching/reviews/returned-reviews-card';
import { listReturnedReviews } from '~/features/coaching/reviews/returned-reviews-queries.server';
import { NudgeCards } from '~/features/coaching/nudges/nudge-card';
import { listOpenNudges } from '~/features/coaching/nudges/nudge-queries.server';
import { ParticipationTable } from '~/features/cohorts/sponsor/participation-table';
import { sponsorAsked } from '~/features/cohorts/sponsor/participation-words';
import { SchoolPosts } from '~/features/cohorts/sponsor/school-posts';
import { loadSponsorView } from '~/features/cohorts/sponsor/sponsor-view-queries.server';
import { listOpenCycles } from '~/features/cycles/cycle-list-queries.server';
import { nextStep } from '~/features/cycles/next-step';
import { NextStepCard } from '~/features/cycles/next-step-card';
import { loadReplicationNews } from '~/features/feed/family/replication-news.server';
import { ReplicationNewsList } from '~/features/feed/family/replication-news';
import { countOpenReports } from '~/features/feed/moderation/report-queries.server';
import { listPostNews } from '~/features/feed/news/post-news-queries.server';
import { PostNewsCard } from '~/features/feed/news/post-news-card';
import { OpenCommitmentsCard } from '~/features/meetings/commitments/commitment-cards';
import { listOpenCommitments } from '~/features/meetings/commitments/open-commitments.server';
import { MinutesWaitingCard } from '~/features/meetings/minutes/minutes-waiting-card';
import { listMinutesWaiting } from '~/features/meetings/minutes/minutes-waiting.server';
import { AskedToPresentCards } from '~/features/meetings/presenters/presentation-card';
import { listAskedPresentations } from '~/features/meetings/presenters/presentation-queries.server';
import { listQuickLog } from '~/features/measures/quick-log/quick-log-queries.server';
import { QuickLogRow } from '~/features/measures/quick-log/quick-log-row';
import { rowKey } from '~/features/measures/quick-log/quick-log';
import { FirstSteps } from '~/features/measures/first-steps';
import { firstStepsOf } from '~/features/measures/first-steps-queries.server';
import { listFacilitatedCohorts } from '~/features/people/place-queries.server';
import { NextMeetingCard } from '~/features/meetings/invitations/next-meeting-card';
import { findNextMeeting } from '~/features/meetings/invitations/next-meeting-queries.server';
import { memberTeamIds } from '~/features/people/people-policy';
import { signedIn } from '~/features/people/request-actor.server';
import { teamScopeOf } from '~/features/people/team-scope.server';
import { counted } from '~/lib/number-format';
import { formatWeekday } from '~/lib/school-day';
import { ButtonLink } from '~/ui/button';
import { Card, EmptyState } from '~/ui/card';
import { PageHeader } from '~/ui/page-header';
import type { Route } from './+types/this-week';

const twoWeeks = 14 * 86_400_000;
const mostCycles = 12;

export async function loader({ request, context }: Route.LoaderArgs) {
  const { database, actor, network, now, today } = signedIn(context);
  const db = database.reader;
  const own = memberTeamIds(actor);
  const items = own.length > 0 ? await listQuickLog(db, actor, { today, timeZone: network.timeZone }) : [];
  const { timeZone, runChartRules: rules } = network;
  const { cycles } =
    own.length === 0 ? { cycles: [] } : await listOpenCycles(db, actor, { most: mostCycles, today });
  const steps = cycles
    .filter(({ teamId }) => own.includes(teamId))
    .map(({ id, number, changeIdea, place, ...cycle }) => ({
      ...{ place, cycle: { id, number, changeIdea } },
      step: nextStep({ id, ...cycle }, { today, timeZone }),
    }));
  return {
    today,
    items,
    steps,
    glance: await loadCaseloadGlance(db, actor, { today, timeZone, rules }),
    firstSteps: own.length > 0 ? await firstStepsOf(db, own) : null,
    activity: condensed(
      await listActivity(db, {
        scope: teamScopeOf(actor),
        notBy: actor.personId,
        since: now - twoWeeks,
        most: 40,
      }),
      8,
    ),
    tried: await loadReplicationNews(db, actor, { since: now - twoWeeks, timeZone: network.timeZone, today }),
    cameBack: await listReturnedReviews(db, actor, now),
    nudges: await listOpenNudges(db, actor, now),
    nextMeeting: await findNextMeeting(db, actor, { now, timeZone }),
    presentations: await listAskedPresentations(db, actor, now),
    postNews: await listPostNews(db, actor, now),
    sponsor: await loadSponsorView(db, actor, sponsorAsked(new URL(request.url).searchParams), {
      timeZone,
      today,
    }),
    commitments: await listOpenCommitments(db, actor, now),
    minutes: await listMinutesWaiting(db, actor, now),
    cohorts: await listFacilitatedCohorts(db, actor),
    reports: await countOpenReports(db, actor),
    isAdministrator: actor.isAdministrator,
    timeZone: network.timeZone,
  };
}

export default function ThisWeek({ loaderData }: Route.ComponentProps) {
  const {
    today,
    items,
    steps,
    glance,
    firstSteps,
    activity,
    tried,
    cameBack,
    nudges,
    nextMeeting,
    presentations,
    postNews,
    sponsor,
    cohorts,
    reports,
    isAdministrator,
    timeZone,
    commitments,
    minutes,
  } = loaderData;
  const open = items.filter((item) => item.logged === null).length;
  const nothing =
    items.length +
      steps.length +
      activity.length +
      tried.length +
      nudges.length +
      presentations.length +
      commitments.length +
      minutes.length +
      postNews.length +
      cohorts.length ===
      0 &&
    !firstSteps &&
    glance === null &&
    sponsor === null &&
    nextMeeting === null &&
    !isAdministrator;
  return (
    <div className="mx-auto max-w-[820px]">
      <title>This week · Boldline</title>
      <PageHeader title="This week" />
      <div className="space-y-6">
        {glance ? <CaseloadCard glance={glance} /> : null}
        {firstSteps ? <FirstSteps steps={firstSteps} /> : null}
        {nextMeeting?.isToday ? <NextMeetingCard next={nextMeeting} today={today} /> : null}
        <NudgeCards nudges={nudges} timeZone={timeZone} />
        {items.length > 0 ? (
          <Card labelledBy="to-log" className="pb-1!">
            <div className="flex items-baseline justify-between gap-3 pb-3">
              <h2 id="to-log">{open > 0 ? `${counted(open, 'number')} to log` : 'All numbers are in'}</h2>
              <span className="text-sm text-soft">{formatWeekday(today)}</span>
            </div>
            {items.map((item) => (
              <QuickLogRow key={rowKey(item)} item={item} back="/" posted={null} />
            ))}
          </Card>
        ) : null}
        <AskedToPresentCards presentations={presentations} />
        <ReturnedReviewsCard reviews={cameBack} timeZone={timeZone} today={today} />
        {steps.map(({ cycle, place, step }) => (
          <NextStepCard
            key={cycle.id}
            cycle={cycle}
            place={place}
            step={step}
            primary={cycle.id === steps[0]?.cycle.id}
          />
        ))}
        <MinutesWaitingCard minutes={minutes} today={today} />
        <OpenCommitmentsCard commitments={commitments} today={today} />
        {nextMeeting && !nextMeeting.isToday ? <NextMeetingCard next={nextMeeting} today={today} /> : null}
        {reports !== null && reports > 0 ? (
          <p>
            <Link to="/reports" className="inline-flex min-h-6 items-center font-semibold">
              {counted(reports, 'reported post waits', 'reported posts wait')} for you
            </Link>
          </p>
        ) : null}
        <PostNewsCard news={postNews} timeZone={timeZone} today={today} />
        {isAdministrator ? (
          <Card labelledBy="administer">
            <h2 id="administer">People and teams</h2>
            <p className="mt-1 text-soft">
              Invite people; their team, school and LEA are made with the first invitation that names them.
            </p>
            <ButtonLink to="/invitations" tone="primary" className="mt-4">
              Invite people
            </ButtonLink>
          </Card>
        ) : null}
        {cohorts.length > 0 ? (
          <Card labelledBy="cohorts">
            <h2 id="cohorts">Your cohorts</h2>
            <ul className="mt-2 divide-y divide-line">
              {cohorts.map((cohort) => (
                <li key={cohort.id} className="flex flex-wrap justify-between gap-2 py-2">
                  <Link to={`/cohorts/${cohort.id}`} className="inline-block min-h-6 font-semibold">
                    {cohort.name}
                  </Link>
                  <span className="text-soft">
                    {counted(cohort.teams, 'team')}, {cohort.endsOn < today ? 'finished' : 'running'}
                  </span>
                </li>
              ))}
            </ul>
            <ButtonLink to="/teams" className="mt-3">
              All teams
            </ButtonLink>
          </Card>
        ) : null}
        {sponsor === null ? null : (
          <>
            <ParticipationTable {...sponsor} postPage={sponsor.posts.page} />
            <SchoolPosts {...sponsor} />
          </>
        )}
        <ReplicationNewsList news={tried} />
        {activity.length > 0 ? (
          <section aria-labelledby="changed">
            <h2 id="changed">What changed in your teams</h2>
            <ActivityList events={activity} timeZone={timeZone} />
          </section>
        ) : null}
        {nothing ? (
          <EmptyState title="Nothing is waiting for you.">
            When you belong to a team, its numbers and cycles show here. Ask whoever invited you to add you to
            one.
          </EmptyState>
        ) : null}
      </div>
    </div>
  );
}
