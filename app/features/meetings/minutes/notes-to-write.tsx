import { Link } from 'react-router';
import { Card } from '~/ui/card';

type Props = { meetingId: string; items: readonly { id: string; title: string }[] };

/** The notes of a meeting that ended, for those who may still write in them. */
export function NotesToWrite({ meetingId, items }: Props) {
  if (items.length === 0) return null;
  return (
    <Card labelledBy="notes-to-write" className="pb-2! print:hidden">
      <h2 id="notes-to-write">Notes of the room</h2>
      <p className="mt-1 text-soft">You may still add what was left out. Minutes are drafted from them.</p>
      <ul className="mt-1 flex flex-wrap gap-x-6">
        {items.map(({ id, title }) => (
          <li key={id}>
            <Link
              to={`/meetings/${meetingId}/notes/${id}`}
              className="inline-flex min-h-11 items-center wrap-anywhere"
            >
              <bdi>{title}</bdi>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
