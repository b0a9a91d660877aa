import { Link } from 'react-router';
import { ProgressGlance } from '~/features/coaching/progress/progress-glance';
import { loadProgress } from '~/features/coaching/progress/progress-queries.server';
import {
  CommitmentsCard,
  ContactsCard,
  HandoverNote,
  HandoversCard,
  ReviewsCard,
  SideCard,
} from '~/features/coaching/story/story-cards';
import { loadTeamStory } from '~/features/coaching/story/load-team-story.server';
import { StoryTimeline } from '~/features/coaching/story/story-timeline';
import { TeamNext } from '~/features/coaching/story/team-next';
import { findCycleTeam } from '~/features/cycles/cycle-team-queries.server';
import { LedgerTable } from '~/features/cycles/ledger-view';
import { RampList } from '~/features/cycles/ramp-list';
import { TeamPosts } from '~/features/feed/reading/team-posts';
import { listPostsOfTeam } from '~/features/feed/reading/team-posts-queries.server';
import { CommitmentList } from '~/features/meetings/commitments/commitment-list';
import { listCommitmentsOfTeam } from '~/features/meetings/commitments/commitment-queries.server';
import { MeasureWallView } from '~/features/measures/wall/measure-wall-view';
import { teamRoleWords } from '~/features/people/people-words';
import { signedIn } from '~/features/people/request-actor.server';
import { AimReading } from '~/features/theory/aim-reading';
import { isSchoolDay } from '~/lib/school-day';
import { found } from '~/platform/problem-response.server';
import { ButtonLink } from '~/ui/button';
import { Card, EmptyState, Notice } from '~/ui/card';
import { PageHeader } from '~/ui/page-header';
import type { Route } from './+types/team';

const mostRamps = 3;
const mostPosts = 5;
const settledDuring = 14 * 86_400_000;

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { database, actor, network, now, today } = signedIn(context);
  const db = database.reader;
  const team = found(await findCycleTeam(db, actor, params.team, today));
  const asked = new URL(request.url).searchParams;
  const typed = asked.get('before') ?? '';
  const before = isSchoolDay(typed) ? typed : null;
  const { timeZone, runChartRules: rules } = network;
  const posts = await listPostsOfTeam(db, actor, team.teamId);
  const story = await loadTeamStory(db, actor, { team, posts, before, rules, timeZone, today });
  const about = { teamId: team.teamId, today, timeZone, rules, months: 1 };
  const progress = await loadProgress(db, actor, about);
  return {
    ...story,
    ...{ team, before, clock: { timeZone, today }, month: progress?.at(-1) ?? null },
    posts: posts.slice(0, mostPosts),
    takenOn: await listCommitmentsOfTeam(db, actor, { teamId: team.teamId, since: now - settledDuring }),
    isNudged: asked.has('nudged'),
  };
}

type Loaded = Route.ComponentProps['loaderData'];

const anchors = [
  { id: 'measures', words: 'Measures' },
  { id: 'ramps', words: 'Cycles' },
  { id: 'ledger', words: 'Predictions' },
  { id: 'progress', words: 'Progress' },
  { id: 'reviews', words: 'Reviews' },
  { id: 'commitments', words: 'Commitments' },
  { id: 'shared', words: 'Shared' },
  { id: 'contact', words: 'Contacts' },
  { id: 'story', words: 'Story' },
];

export default function CoachedTeam({ loaderData }: Route.ComponentProps) {
  const { team, note, next, reader, cycleId, clock, isNudged } = loaderData;
  const people = [
    ...team.members.map(({ name, role }) => `${name} (${teamRoleWords[role].toLowerCase()})`),
    ...team.coaches.map((name) => `coach ${name}`),
  ];
  return (
    <div className="mx-auto max-w-[1180px] space-y-8">
      <title>{`The story of ${team.teamName} · Boldline`}</title>
      <div className="space-y-5">
        <PageHeader
          above={
            reader.as === 'member' ? (
              team.schoolName
            ) : (
              <>
                <Link to="/coaching" className="inline-flex min-h-6 items-center">
                  Coaching
                </Link>{' '}
                · {team.schoolName}
              </>
            )
          }
          title={team.teamName}
          lead={people.join(', ')}
          action={<ButtonLink to={`/teams/${team.teamId}`}>Team page</ButtonLink>}
        />
        {isNudged ? <Notice role="status">Sent. The team finds it on This week.</Notice> : null}
        {note ? (
          <Notice>
            <p className="font-semibold">What {note.coachName} would like you to know</p>
            <HandoverNote handover={note} clock={clock} />
          </Notice>
        ) : null}
        <TeamNext teamId={team.teamId} {...{ next, reader, cycleId }} />
        <SectionLinks label="On this page" />
      </div>
      <Work loaded={loaderData} />
      <div className="grid items-start gap-8 lg:grid-cols-[380px_minmax(0,1fr)]">
        <Beside loaded={loaderData} />
        <Story loaded={loaderData} />
      </div>
    </div>
  );
}

/** Without script too: plain links to the sections. */
function SectionLinks({ label, className }: { label: string; className?: string }) {
  return (
    <nav aria-label={label} className={className}>
      <ul className="flex flex-wrap gap-x-5 gap-y-1">
        {anchors.map(({ id, words }) => (
          <li key={id}>
            <a href={`#${id}`} className="inline-flex min-h-6 items-center">
              {words}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Work({ loaded }: { loaded: Loaded }) {
  const { team, aim, measures, ramps, ledger, clock, reader } = loaded;
  const { today } = clock;
  return (
    <>
      <Card labelledBy="aim">
        <h2 id="aim">Aim</h2>
        {aim ? <AimReading aim={aim} today={today} /> : <p className="mt-2 text-soft">Not written yet.</p>}
      </Card>
      <section aria-labelledby="measures">
        <h2 id="measures" className="mb-3 scroll-mt-4">
          Measures
        </h2>
        {measures.length > 0 ? (
          <MeasureWallView measures={measures} today={today} />
        ) : (
          <EmptyState title="No measure yet.">
            A good first question for the team: what could you count every week?
          </EmptyState>
        )}
      </section>
      <section aria-labelledby="ramps">
        <h2 id="ramps" className="mb-3 scroll-mt-4">
          Ramps and cycles
        </h2>
        {ramps.length > 0 ? (
          <RampList ramps={ramps.slice(0, mostRamps)} today={today} />
        ) : (
          <EmptyState title="No cycle yet.">
            {reader.as === 'member' ? 'Your' : 'Their'} first test can be one student and one lesson.
          </EmptyState>
        )}
        {ramps.length > mostRamps ? (
          <details suppressHydrationWarning className="mt-3">
            <summary className="min-h-11 cursor-pointer py-2.5 font-semibold">
              {ramps.length - mostRamps} older {ramps.length - mostRamps === 1 ? 'ramp' : 'ramps'}
            </summary>
            <div className="mt-2">
              <RampList ramps={ramps.slice(mostRamps)} today={today} />
            </div>
          </details>
        ) : null}
      </section>
      <section aria-labelledby="ledger">
        <div className="mb-1 flex flex-wrap items-center justify-between gap-3">
          <h2 id="ledger" className="scroll-mt-4">
            Prediction ledger
          </h2>
          {ledger.isMore ? (
            <Link to={`/teams/${team.teamId}/predictions`} className="inline-flex min-h-6 items-center">
              The whole ledger
            </Link>
          ) : null}
        </div>
        <p className="text-soft">{ledger.sentence}</p>
        {ledger.rows.length > 0 ? (
          <Card className="mt-3 py-1!">
            <LedgerTable rows={ledger.rows} />
          </Card>
        ) : null}
      </section>
    </>
  );
}

function Beside({ loaded }: { loaded: Loaded }) {
  const { team, month, reader, reviews, commitments, posts, contacts, nudges, handovers, clock } = loaded;
  const { takenOn } = loaded;
  return (
    <div className="min-w-0 space-y-5">
      {month ? (
        <SideCard id="progress" title="Progress" empty="" isEmpty={false}>
          <ProgressGlance
            teamId={team.teamId}
            month={month}
            reader={reader.as === 'member' ? 'team' : reader.as === 'coach' ? 'coach' : 'other'}
          />
        </SideCard>
      ) : null}
      <ReviewsCard {...{ reviews, clock }} />
      <CommitmentsCard
        commitments={commitments}
        today={clock.today}
        fromMeetings={
          takenOn.length > 0 ? <CommitmentList commitments={takenOn} clock={clock} at="coaching" /> : null
        }
      />
      <SideCard
        id="shared"
        title="What the team shared"
        empty="Nothing by name yet. A loss is worth as much as a win."
        isEmpty={posts.length === 0}
      >
        <TeamPosts posts={posts} {...clock} />
      </SideCard>
      <ContactsCard {...{ contacts, nudges, clock }} />
      <HandoversCard {...{ handovers, clock }} />
    </div>
  );
}

function Story({ loaded }: { loaded: Loaded }) {
  const { team, story, before } = loaded;
  const here = `/coaching/${team.teamId}`;
  return (
    <section aria-labelledby="story" className="min-w-0">
      <SectionLinks label="Sections above" className="mb-5 border-y border-line py-3 lg:hidden" />
      <h2 id="story" className="mb-3 scroll-mt-4">
        The story so far
      </h2>
      <StoryTimeline
        story={story}
        before={before}
        pathOf={(day) => `${here}${day === null ? '' : `?before=${day}`}#story`}
      />
    </section>
  );
}
