import { Link } from 'react-router';
import type { SchoolDay } from '~/lib/school-day';
import { ButtonLink } from '~/ui/button';
import { PageHeader } from '~/ui/page-header';
import type { Meeting } from '../meeting';
import { StandingBadge } from './meeting-list';
import type { NextMove } from './meeting-move';
import { whenForReader, whenWords } from '../when-words';
import { kindWords } from './meeting-words';

type Props = {
  meeting: Meeting;
  /** The address of the link as a reader must see it; empty where there is none. */
  linkPlace: string;
  today: SchoolDay;
  readerZone: string;
  moves: NextMove[];
  mayChange: boolean;
};

/** What, of whom, when and where; beside it what the reader does next. */
export function MeetingHead({ meeting, linkPlace, today, readerZone, moves, mayChange }: Props) {
  const forReader = whenForReader(meeting, readerZone);
  return (
    <>
      <PageHeader
        above={
          <Link to="/meetings" className="inline-block min-h-6">
            Meetings
          </Link>
        }
        title={<bdi>{meeting.title}</bdi>}
        lead={
          <>
            {kindWords[meeting.kind]} · <bdi>{meeting.ofName}</bdi> <StandingBadge meeting={meeting} />
            {meeting.announcedAt === null && meeting.cancelledAt === null ? (
              <span className="text-sm"> only those who run it see it</span>
            ) : null}
          </>
        }
        action={moves.map(({ path, words }, index) => (
          <ButtonLink key={path} to={path} tone={index === 0 ? 'primary' : 'secondary'}>
            {words}
          </ButtonLink>
        ))}
      />
      <dl className="mb-6 grid gap-x-5 gap-y-1.5 sm:grid-cols-[6rem_minmax(0,1fr)]">
        <dt className="font-semibold max-sm:sr-only">When</dt>
        <dd className="tabular-nums">
          {whenWords(meeting, { today })}
          {forReader === null ? null : <span className="block text-sm text-soft">{forReader}</span>}
        </dd>
        {meeting.place === '' ? null : (
          <>
            <dt className="font-semibold max-sm:sr-only">Where</dt>
            <dd className="wrap-anywhere">
              <bdi>{meeting.place}</bdi>
            </dd>
          </>
        )}
        {linkPlace === '' ? null : (
          <>
            <dt className="font-semibold max-sm:sr-only">Link</dt>
            <dd className="wrap-anywhere">
              <a href={meeting.link} rel="nofollow noopener noreferrer">
                {linkPlace}
              </a>
            </dd>
          </>
        )}
        {meeting.purpose === '' ? null : (
          <>
            <dt className="font-semibold max-sm:sr-only">What for</dt>
            <dd dir="auto" className="max-w-[70ch] wrap-anywhere whitespace-pre-line">
              {meeting.purpose}
            </dd>
          </>
        )}
        {mayChange ? (
          <dd className="sm:col-start-2">
            <Link to={`/meetings/${meeting.id}/edit`} className="inline-flex min-h-6 items-center">
              Change time, place or words
            </Link>
          </dd>
        ) : null}
      </dl>
    </>
  );
}
