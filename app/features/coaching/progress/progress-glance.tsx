import { Link } from 'react-router';
import { formatMonth } from '~/lib/school-month';
import { MonthScores } from './progress-scores';
import { talkingPoints } from './talking-points-rules';
import type { ProgressReader } from './talking-points-rules';
import { scoresOf } from './team-progress';
import type { ProgressMonth } from './team-progress';

/** A month's three scores in a few lines, for a page that tells more of the team. */
export function ProgressGlance({
  teamId,
  month,
  reader,
}: {
  teamId: string;
  month: ProgressMonth;
  reader: ProgressReader;
}) {
  return (
    <div>
      <MonthScores month={month} compact />
      {talkingPoints(scoresOf(month), reader).map((point) => (
        <p key={point} className="mt-2">
          {point}
        </p>
      ))}
      <p className="mt-2 text-sm">
        <Link to={`/teams/${teamId}/progress`} className="inline-flex min-h-6 items-center">
          {formatMonth(month.month)} and the months before
        </Link>
      </p>
    </div>
  );
}
