import { Link } from 'react-router';
import type { ReactNode } from 'react';
import { formatDay, schoolDayAt } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import { Card } from '~/ui/card';
import type { Handover } from '../handover/handover';
import type { NudgeInStory } from '../nudges/nudge';
import { reviewStanding } from './review-words';
import { ShortList } from './short-list';
import type { Commitment, ContactInStory, ReviewInStory } from './story';
import { contactWords, excerptOf } from './team-story';

type Clock = { timeZone: string; today: SchoolDay };
const shownAtFirst = 4;

/** One of the cards beside the story, named by its anchor. */
export function SideCard({
  id,
  title,
  empty,
  isEmpty,
  children,
}: {
  id: string;
  title: string;
  empty: string;
  isEmpty: boolean;
  children: ReactNode;
}) {
  return (
    <Card labelledBy={id} className="pb-3!">
      <h2 id={id} className="scroll-mt-4 text-lg">
        {title}
      </h2>
      {isEmpty ? <p className="mt-1 pb-2 text-soft">{empty}</p> : <div className="mt-1">{children}</div>}
    </Card>
  );
}

export function ReviewsCard({ reviews, clock }: { reviews: ReviewInStory[]; clock: Clock }) {
  return (
    <SideCard
      id="reviews"
      title="Reviews"
      empty="None yet. A team asks for one on a cycle, or its coach begins."
      isEmpty={reviews.length === 0}
    >
      <ShortList items={reviews} most={shownAtFirst} keyOf={({ id }) => id}>
        {(review) => (
          <>
            <Link
              to={`/cycles/${review.cycleId}/review?review=${review.id}`}
              className="inline-block min-h-6 wrap-anywhere no-underline hover:underline"
            >
              Cycle {review.cycleNumber}, {review.changeIdea}
            </Link>
            <p className="text-sm text-soft">{reviewStanding(review, clock)}</p>
          </>
        )}
      </ShortList>
    </SideCard>
  );
}

type CommitmentsProps = {
  commitments: Commitment[];
  today: SchoolDay;
  /** What the team took on in meetings, which stands above; null where there is none. */
  fromMeetings: ReactNode;
};

export function CommitmentsCard({ commitments, today, fromMeetings }: CommitmentsProps) {
  return (
    <SideCard
      id="commitments"
      title="What the team said it will do"
      empty="Nothing is open. What it takes on in a meeting and the tasks of its cycles show here until they are done."
      isEmpty={commitments.length === 0 && fromMeetings === null}
    >
      {fromMeetings}
      {fromMeetings !== null && commitments.length > 0 ? (
        <h3 className="mt-3 text-base">Tasks of its cycles</h3>
      ) : null}
      <ShortList items={commitments} most={shownAtFirst} keyOf={({ id }) => id}>
        {({ cycleId, cycleNumber, changeIdea, what, who, dueOn }) => (
          <>
            <p className="wrap-anywhere">{what}</p>
            <p className="text-sm text-soft">
              {[who, dueOn === null ? '' : `by ${formatDay(dueOn, today)}`].filter(Boolean).join(', ') ||
                'nobody named, no day'}
              {' · '}
              <Link to={`/cycles/${cycleId}`} className="inline-block min-h-6">
                Cycle {cycleNumber}, {changeIdea}
              </Link>
            </p>
          </>
        )}
      </ShortList>
    </SideCard>
  );
}

type ContactsProps = {
  contacts: ContactInStory[];
  nudges: NudgeInStory[];
  clock: Clock;
};

/** What passed between coach and team outside the cycles, the newest first. */
export function ContactsCard({ contacts, nudges, clock }: ContactsProps) {
  const lines = [
    ...contacts.map(({ id, coachName, kind, happenedOn, note }) => ({
      ...{ id, on: happenedOn, did: `${coachName} ${contactWords[kind]}`, words: note, whole: null },
    })),
    ...nudges.map(({ id, coachName, sentAt, body }) => ({
      ...{ id, on: schoolDayAt(sentAt, clock.timeZone), did: `${coachName} wrote` },
      ...{ words: excerptOf(body), whole: excerptOf(body) === body ? null : body },
    })),
  ].toSorted((one, other) => other.on.localeCompare(one.on));
  return (
    <SideCard id="contact" title="Contacts and nudges" empty="None yet." isEmpty={lines.length === 0}>
      <ShortList items={lines} most={shownAtFirst} keyOf={({ id }) => id}>
        {({ on, did, words, whole }) => (
          <>
            <p className="text-sm text-soft">
              {formatDay(on, clock.today)} · {did}
            </p>
            {words === '' ? null : (
              <p className="wrap-anywhere whitespace-pre-line" dir="auto">
                {words}
              </p>
            )}
            {whole === null ? null : (
              <details suppressHydrationWarning>
                <summary className="min-h-6 cursor-pointer text-sm text-soft underline underline-offset-3">
                  The whole nudge
                </summary>
                <p className="mt-2 border-s-4 border-line ps-4 wrap-anywhere whitespace-pre-line" dir="auto">
                  {whole}
                </p>
              </details>
            )}
          </>
        )}
      </ShortList>
    </SideCard>
  );
}

/** What one coach left for the next. */
export function HandoverNote({ handover, clock }: { handover: Handover; clock: Clock }) {
  const { coachName, nextCoachName, note, handedOverAt } = handover;
  return (
    <>
      <p className="text-sm text-soft">
        {formatDay(schoolDayAt(handedOverAt, clock.timeZone), clock.today)} · {coachName}
        {nextCoachName ? ` to ${nextCoachName}` : ', nobody named to follow'}
      </p>
      {note === '' ? (
        <p className="text-soft">No note.</p>
      ) : (
        <p className="max-w-[65ch] wrap-anywhere whitespace-pre-line" dir="auto">
          {note}
        </p>
      )}
    </>
  );
}

export function HandoversCard({ handovers, clock }: { handovers: Handover[]; clock: Clock }) {
  if (handovers.length === 0) return null;
  return (
    <SideCard id="handovers" title="Handovers" empty="" isEmpty={false}>
      <ShortList items={handovers} most={shownAtFirst} keyOf={({ id }) => id}>
        {(handover) => <HandoverNote handover={handover} clock={clock} />}
      </ShortList>
    </SideCard>
  );
}
