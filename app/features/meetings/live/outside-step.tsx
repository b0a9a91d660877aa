import { ButtonLink } from '~/ui/button';
import { Notice } from '~/ui/card';
import { writesMinutes } from '../minutes/minutes-policy';
import { placedSteps } from './agenda-place';
import type { LiveView } from './live-view';
import type { RoomClock } from './room';

type Props = { view: LiveView; isCancelled: boolean; state: RoomClock['state'] };

function Ended({ meeting }: Pick<LiveView, 'meeting'>) {
  const writes = writesMinutes(meeting);
  return (
    <>
      <h2>The meeting has ended</h2>
      <p className="mt-1 text-soft">Thank you for being here. What was noted and promised is kept.</p>
      <p className="mt-4 flex flex-wrap items-center gap-3">
        {writes ? (
          <ButtonLink to={`/meetings/${meeting.id}/minutes`} tone="primary">
            Read and send the minutes
          </ButtonLink>
        ) : null}
        <ButtonLink to={`/meetings/${meeting.id}`}>See what remains</ButtonLink>
      </p>
    </>
  );
}

/** What stands where the step stands, before the first and after the last one. */
export function OutsideStep({ view: { meeting, reader, agenda }, isCancelled, state }: Props) {
  if (isCancelled)
    return (
      <>
        <Notice tone="attention">This meeting was cancelled. {meeting.cancelledWhy}</Notice>
        <ButtonLink to={`/meetings/${meeting.id}`} className="mt-4">
          Back to the meeting’s page
        </ButtonLink>
      </>
    );
  if (state === 'ended') return <Ended meeting={meeting} />;
  return (
    <>
      <h2>The meeting has not begun</h2>
      <p className="mt-1 text-soft">
        {meeting.announcedAt === null
          ? 'It is a draft: announce it first, then its clock can run.'
          : placedSteps(agenda).length === 0
            ? 'Its agenda has no steps yet, so its clock cannot run.'
            : reader.keeps
              ? 'Press Start when the room is ready. Every screen follows.'
              : 'This page follows the room by itself once it begins.'}
      </p>
    </>
  );
}
