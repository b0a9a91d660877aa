import { Link } from 'react-router';
import { formatDay, schoolDayAt } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import { Card } from '~/ui/card';
import type { PostNews } from './post-news';

type Props = { news: PostNews[]; timeZone: string; today: SchoolDay };

/** News of posts, on This week: nothing where there is none. */
export function PostNewsCard({ news, timeZone, today }: Props) {
  if (news.length === 0) return null;
  return (
    <Card labelledBy="post-news" className="pb-2!">
      <h2 id="post-news">News of your posts</h2>
      <ul className="mt-2 divide-y divide-line">
        {news.map((one) => (
          <li key={`${one.kind} ${one.id}`} className="py-3">
            <p className="wrap-anywhere">
              <NewsWords news={one} />{' '}
              <Link to={one.path} className="font-semibold" dir="auto">
                {one.title}
              </Link>
              <span className="text-sm text-soft"> · {formatDay(schoolDayAt(one.at, timeZone), today)}</span>
            </p>
            {one.text === '' ? null : (
              <p className="mt-0.5 text-sm wrap-anywhere text-soft" dir="auto">
                {one.kind === 'hidden' ? `Why: ${one.text}` : `“${one.text}”`}
              </p>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function NewsWords({ news: { kind, by } }: { news: PostNews }) {
  if (kind === 'hidden') return <>A facilitator hid your team’s post</>;
  return (
    <>
      <bdi>{by}</bdi> {kind === 'mention' ? 'mentioned you under' : 'wrote about'}
    </>
  );
}
