import { Link } from 'react-router';
import { Card } from '~/ui/card';
import type { ReplicationNews } from './family';

const sentences: Record<ReplicationNews['what'], [before: string, after: string]> = {
  tries: ['tries', ''],
  adopted: ['adopted', ''],
  adapted: ['tried', 'and adapts it'],
  abandoned: ['tried', 'and abandoned it'],
  stopped: ['stopped trying', ''],
};

/** What other teams make of what this one shared. Nothing when nobody does. */
export function ReplicationNewsList({ news }: { news: ReplicationNews[] }) {
  if (news.length === 0) return null;
  return (
    <Card labelledBy="tried-elsewhere">
      <h2 id="tried-elsewhere">What you shared, tried by others</h2>
      <ul className="mt-2 divide-y divide-line">
        {news.map(({ who, what, title, to, on }, index) => {
          const [before, after] = sentences[what];
          return (
            <li key={index} className="py-2.5 wrap-anywhere">
              <span dir="auto">{who}</span> {before}{' '}
              <Link to={to} className="font-semibold" dir="auto">
                {title}
              </Link>
              {after === '' ? '' : ` ${after}`}
              <span className="block text-sm text-soft">{on}</span>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
