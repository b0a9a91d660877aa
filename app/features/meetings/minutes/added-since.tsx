import { Link } from 'react-router';
import { Notice } from '~/ui/card';

/** Says to the writers of the minutes that the meeting knows more than they tell, with the way to a fresh draft. */
export function AddedSince({ meetingId, wasSent }: { meetingId: string; wasSent: boolean }) {
  return (
    <div className="print:hidden">
      <Notice>
        Something was added to the meeting since these minutes were {wasSent ? 'sent' : 'saved'}, and may not
        stand in them.{' '}
        <Link
          to={`/meetings/${meetingId}/minutes?again`}
          className="inline-flex min-h-6 items-center"
          reloadDocument
        >
          Draft again from the meeting
        </Link>
        , or save them once more as they are.
      </Notice>
    </div>
  );
}
