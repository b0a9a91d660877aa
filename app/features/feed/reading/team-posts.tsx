import { Link } from 'react-router';
import { formatDay, schoolDayAt } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import { PostKindBadge } from '../post-parts';
import type { TeamPost } from './team-post';

type Props = { posts: TeamPost[]; timeZone: string; today: SchoolDay };

/** Posts in brief: kind, title, when. */
export function TeamPosts({ posts, timeZone, today }: Props) {
  return (
    <ul className="divide-y divide-line">
      {posts.map(({ id, kind, title, sharedAt }) => (
        <li key={id} className="py-2.5">
          <p className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
            <PostKindBadge kind={kind} />
            <span className="text-sm text-soft">{formatDay(schoolDayAt(sharedAt, timeZone), today)}</span>
          </p>
          <Link
            to={`/posts/${id}`}
            className="mt-1 inline-block min-h-6 wrap-anywhere no-underline hover:underline"
            dir="auto"
          >
            {title}
          </Link>
        </li>
      ))}
    </ul>
  );
}
