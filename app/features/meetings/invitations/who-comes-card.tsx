import { Form, Link } from 'react-router';
import { meetingRoles } from '#db/vocabulary';
import { counted } from '~/lib/number-format';
import { Badge, Card } from '~/ui/card';
import type { Meeting } from '../meeting';
import { AnswerButtons } from './answer-buttons';
import type { Guest, GuestGroup } from './invitation';
import { answerNames, offeredAnswers, ownAnswerWords, ownRoleWords, roleNames } from './invitation-words';
import { countAnswers } from './people-rules';

type Props = {
  meeting: Pick<Meeting, 'id' | 'runs' | 'mine' | 'announcedAt' | 'cancelledAt'>;
  groups: GuestGroup[];
  /** Answers may still be given (`takesAnswers`). */
  takesAnswers: boolean;
  /** It is over (`isOver`): nobody is asked any more. */
  isOver: boolean;
};

type ListProps = { groups: GuestGroup[]; isOver: boolean };

function GuestLine({ guest, isOver }: { guest: Guest; isOver: boolean }) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 py-1">
      <span className="min-w-0 wrap-anywhere">
        {guest.name} {guest.role === null ? null : <Badge tone="accent">{roleNames[guest.role]}</Badge>}
      </span>
      {isOver && guest.answer === null ? null : (
        <span className="text-sm text-soft">{answerNames[guest.answer ?? 'open']}</span>
      )}
    </li>
  );
}

const few = 12;

function Names({ groups, isOver, total }: ListProps & { total: number }) {
  const lists = groups.map(({ key, name, guests }) => (
    <li key={key} className="py-2">
      <h3 className="text-base wrap-anywhere">{name}</h3>
      <ul>
        {guests.map((guest) => (
          <GuestLine key={guest.id} {...{ guest, isOver }} />
        ))}
      </ul>
    </li>
  ));
  if (total <= few) return <ul className="mt-2 divide-y divide-line">{lists}</ul>;
  return (
    <details suppressHydrationWarning className="mt-2">
      <summary className="inline-flex min-h-11 cursor-pointer items-center font-semibold">
        All {counted(total, 'person', 'people')}, by team
      </summary>
      <ul className="divide-y divide-line">{lists}</ul>
    </details>
  );
}

function RolesOfDay({ guests }: { guests: Guest[] }) {
  const had = meetingRoles.flatMap((role) => guests.filter((guest) => guest.role === role));
  if (had.length === 0) return null;
  return (
    <dl className="mt-3 grid gap-x-5 gap-y-1 sm:grid-cols-[8rem_minmax(0,1fr)]">
      {had.map(({ id, role, name }) => (
        <div key={id} className="contents">
          <dt className="text-soft">{role === null ? '' : roleNames[role]}</dt>
          <dd className="font-semibold wrap-anywhere">{name}</dd>
        </div>
      ))}
    </dl>
  );
}

function OwnAnswer({ meeting, takesAnswers }: Pick<Props, 'meeting' | 'takesAnswers'>) {
  const { id, mine } = meeting;
  if (mine === null) return null;
  return (
    <div className="mb-4 border-b border-line pb-4">
      {mine.role === null ? null : <p className="mb-2 font-semibold">{ownRoleWords[mine.role]}</p>}
      {takesAnswers ? (
        <Form method="post" action={`/meetings/${id}/answer`} preventScrollReset>
          <p id="will-you-come" className="mb-2 font-semibold">
            Will you come?
          </p>
          <AnswerButtons answer={mine.answer} />
        </Form>
      ) : mine.answer === null ? null : (
        <p>{ownAnswerWords[mine.answer]}</p>
      )}
    </div>
  );
}

function Answers({ guests, isOver }: { guests: Guest[]; isOver: boolean }) {
  const counts = countAnswers(guests);
  const shown = isOver ? offeredAnswers : ([...offeredAnswers, 'open'] as const);
  if (shown.every((answer) => counts[answer] === 0)) return null;
  return (
    <dl className="flex flex-wrap gap-x-8 gap-y-2">
      {shown.map((answer) => (
        <div key={answer} className="flex items-baseline gap-2">
          <dt className="text-soft">{answerNames[answer]}</dt>
          <dd className="font-semibold tabular-nums">{counts[answer]}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Who is invited and what they answered, by team; until it is over, the reader's own answer first. */
export function WhoComesCard({ meeting, groups, takesAnswers, isOver }: Props) {
  const guests = groups.flatMap((group) => group.guests);
  return (
    <Card labelledBy="who-comes">
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id="who-comes">{isOver ? 'Who was invited' : 'Who comes'}</h2>
        {meeting.runs && !isOver ? (
          <Link
            to={`/meetings/${meeting.id}/people`}
            className="inline-flex min-h-6 items-center font-semibold"
          >
            {guests.length === 0 ? 'Choose who is invited' : 'People and roles'}
          </Link>
        ) : null}
      </div>
      {isOver ? null : <OwnAnswer meeting={meeting} takesAnswers={takesAnswers} />}
      {guests.length === 0 ? (
        <p className="text-soft">{isOver ? 'Nobody was invited.' : 'Nobody is invited yet.'}</p>
      ) : (
        <>
          <Answers {...{ guests, isOver }} />
          <RolesOfDay guests={guests} />
          <Names {...{ groups, isOver }} total={guests.length} />
        </>
      )}
    </Card>
  );
}
