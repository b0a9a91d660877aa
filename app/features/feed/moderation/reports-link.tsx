import { Link } from 'react-router';

/** The way to the reports, for facilitators: `count` is that of `countOpenReports`, null for everybody else. */
export function ReportsLink({ count }: { count: number | null }) {
  if (count === null) return null;
  return (
    <Link to="/reports" className="inline-flex min-h-11 items-center text-soft">
      Reports{count > 0 ? ` (${count})` : ''}
    </Link>
  );
}
