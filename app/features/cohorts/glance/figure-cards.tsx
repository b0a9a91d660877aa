import { Link } from 'react-router';
import { feedbackTimeWords } from '~/features/coaching/reviews/median-feedback';
import { counted } from '~/lib/number-format';
import type { SchoolDay } from '~/lib/school-day';
import { FigureCard } from './figure-card';
import { FunnelCard, PredictionCard, RampCard } from './figure-tables';
import type { FigureProps } from './figure-tables';
import type { Figures } from './figures';
import { quietCountWords, quietWords } from './quiet/quiet';
import { lagWords } from './times/lag-rules';

function TimesCard({ here, figures: { timeToLog, timeToFeedback } }: FigureProps) {
  return (
    <FigureCard id="figure-times" title="Times" note="The usual time: half were this quick or quicker.">
      <dl className="space-y-2">
        <div>
          <dt className="text-sm text-soft">From a number’s own day until it was logged</dt>
          <dd>
            {timeToLog === null ? (
              'No number typed in the last twelve weeks.'
            ) : (
              <Link to={`${here}/times#log`} className="inline-flex min-h-6 items-center">
                {lagWords(timeToLog.days)}, over {counted(timeToLog.numbers, 'number')} of the last twelve
                weeks
              </Link>
            )}
          </dd>
        </div>
        <div>
          <dt className="text-sm text-soft">From asking a coach until the first words came back</dt>
          <dd>
            {timeToFeedback === null ? (
              'No feedback that was asked for yet.'
            ) : (
              <Link to={`${here}/times#feedback`} className="inline-flex min-h-6 items-center">
                {feedbackTimeWords(timeToFeedback.ms)}, over {counted(timeToFeedback.answered, 'answer')} to{' '}
                {counted(timeToFeedback.asked, 'request')}
              </Link>
            )}
          </dd>
        </div>
      </dl>
    </FigureCard>
  );
}

function IdeasCard({ figures: { ideas } }: FigureProps) {
  return (
    <FigureCard
      id="figure-ideas"
      title="Ideas on the move"
      note="Shared or tried in the network in the last sixty days, the latest first."
    >
      {ideas.length === 0 ? (
        <p>No idea has been shared or tried lately.</p>
      ) : (
        <ul className="space-y-1">
          {ideas.map(({ id, name, posts, isMore }) => (
            <li key={id} className="wrap-anywhere">
              <Link to={`/ideas/${id}`} className="inline-block min-h-6">
                {name}
              </Link>{' '}
              <span className="text-sm whitespace-nowrap text-soft">
                {isMore ? `more than ${posts} posts` : counted(posts, 'post')}
              </span>
            </li>
          ))}
        </ul>
      )}
    </FigureCard>
  );
}

const quietShown = 6;

function QuietCard({ here, figures: { quiet }, today }: FigureProps & { today: SchoolDay }) {
  return (
    <FigureCard
      id="figure-quiet"
      title="Quiet"
      note="Without a step of a member for three weeks, days off not counted. By school and name."
    >
      <p>{quietCountWords(quiet)}</p>
      <ul className="mt-2 space-y-1.5">
        {quiet.teams.slice(0, quietShown).map((one) => (
          <li key={one.teamId} className="wrap-anywhere">
            <Link to={`/coaching/${one.teamId}`} className="inline-block min-h-6">
              {one.teamName}
            </Link>
            <span className="text-sm text-soft"> · {one.schoolName}</span>
            <span className="block text-sm text-soft">{quietWords(one, today)}</span>
          </li>
        ))}
      </ul>
      {quiet.teams.length > quietShown ? (
        <p className="mt-2">
          <Link to={`${here}/quiet`} className="inline-flex min-h-6 items-center">
            All {quiet.teams.length}
          </Link>
        </p>
      ) : null}
    </FigureCard>
  );
}

/** The figures of a cohort; each opens what is behind it. */
export function FigureCards({
  cohortId,
  figures,
  today,
}: {
  cohortId: string;
  figures: Figures;
  today: SchoolDay;
}) {
  const here = `/cohorts/${cohortId}`;
  return (
    <section aria-labelledby="figures">
      <div className="mb-3 flex flex-wrap items-end justify-between gap-3">
        <h2 id="figures">The work</h2>
        <a href={`${here}/figures.csv`} className="inline-flex min-h-6 items-center text-sm print:hidden">
          Save as CSV
        </a>
      </div>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4 md:grid-cols-2 print:gap-x-8 print:gap-y-2">
        <FunnelCard {...{ here, figures }} />
        <PredictionCard {...{ here, figures }} />
        <RampCard {...{ here, figures }} />
        <TimesCard {...{ here, figures }} />
        <QuietCard {...{ here, figures, today }} />
        <IdeasCard {...{ here, figures }} />
      </div>
    </section>
  );
}
