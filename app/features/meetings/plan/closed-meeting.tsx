import { ButtonLink } from '~/ui/button';
import { PageHeader } from '~/ui/page-header';
import type { Meeting } from '../meeting';

type ClosedMeeting = Pick<Meeting, 'id' | 'title' | 'cancelledAt'>;

/** Why a meeting that was held or cancelled is not to be changed, to those who ran it; `lead` says what stays. */
export function ClosedMeeting({ meeting, lead }: { meeting: ClosedMeeting; lead: string }) {
  const { id, title, cancelledAt } = meeting;
  const why = cancelledAt === null ? 'This meeting is over' : 'This meeting was cancelled';
  return (
    <div className="mx-auto max-w-[720px]">
      <title>{`${why} · ${title} · Boldline`}</title>
      <PageHeader above={<bdi className="wrap-anywhere">{title}</bdi>} title={why} lead={lead} />
      <ButtonLink to={`/meetings/${id}`} tone="primary">
        Back to the meeting
      </ButtonLink>
    </div>
  );
}
