import { Link } from 'react-router';
import { formatDay, schoolDayAt } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import { Card } from '~/ui/card';
import { askedWords } from './asked-words';
import type { ReturnedReview } from './returned-reviews';

type Props = { reviews: ReturnedReview[]; timeZone: string; today: SchoolDay };

function whatCame({ stage, asked }: ReturnedReview): string {
  if (stage === 'done') return 'finished reading';
  return askedWords(asked) === '' ? 'sent back' : `sent ${askedWords(asked)} about`;
}

/** Reviews that came back, on This week: nothing where there is none. */
export function ReturnedReviewsCard({ reviews, timeZone, today }: Props) {
  if (reviews.length === 0) return null;
  return (
    <Card labelledBy="returned-reviews" className="pb-2!">
      <h2 id="returned-reviews">From your coach</h2>
      <ul className="mt-2 divide-y divide-line">
        {reviews.map((one) => (
          <li key={one.reviewId} className="py-3 wrap-anywhere">
            <bdi>{one.coachName}</bdi> {whatCame(one)}{' '}
            <Link to={`/cycles/${one.cycleId}/review`} className="font-semibold" dir="auto">
              cycle {one.cycleNumber} of “{one.changeIdea}”
            </Link>
            <span className="text-sm text-soft"> · {formatDay(schoolDayAt(one.at, timeZone), today)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
