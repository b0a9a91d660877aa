import { ButtonLink } from '~/ui/button';
import { PageHeader } from '~/ui/page-header';
import type { Meeting } from '../meeting';

/** Why the agenda of a meeting that was held or cancelled is not to be changed, to those who ran it. */
export function ClosedAgenda({ meeting }: { meeting: Pick<Meeting, 'id' | 'title' | 'cancelledAt'> }) {
  const { id, title, cancelledAt } = meeting;
  const why = cancelledAt === null ? 'This meeting is over' : 'This meeting was cancelled';
  return (
    <div className="mx-auto max-w-[720px]">
      <title>{`${why} · ${title} · Boldline`}</title>
      <PageHeader
        above={<bdi className="wrap-anywhere">{title}</bdi>}
        title={why}
        lead="Its agenda stays as it was. It stands on the page of the meeting."
      />
      <ButtonLink to={`/meetings/${id}`} tone="primary">
        Back to the meeting
      </ButtonLink>
    </div>
  );
}
