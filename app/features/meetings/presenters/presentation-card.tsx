import { ButtonLink } from '~/ui/button';
import { Card } from '~/ui/card';
import type { AskedPresentation } from './presentation';
import { startWords } from '../when-words';

const answerWords: Record<AskedPresentation['state'], string> = {
  asked: 'See what the room would see',
  agreed: 'What the room sees',
  declined: 'Open',
};

function sentenceOf({ state, meetingTitle, day, time }: AskedPresentation, isOwn: boolean): string {
  const meeting = `${meetingTitle}, ${startWords({ day, time })}`;
  if (state === 'agreed') return `${isOwn ? 'You present' : 'The team presents'} this: ${meeting}.`;
  return `${isOwn ? 'You are' : 'The team is'} asked to present this: ${meeting}.`;
}

/** For the page of a team's cycle: where it is asked for or shown. */
export function PresentationsOfCycle({
  presentations,
  isOwn,
}: {
  presentations: AskedPresentation[];
  isOwn: boolean;
}) {
  if (presentations.length === 0) return null;
  return (
    <Card labelledBy="presentations-title">
      <h2 id="presentations-title">In a meeting</h2>
      <ul className="mt-2 divide-y divide-line">
        {presentations.map((one) => (
          <li key={one.id} className="flex flex-wrap items-center justify-between gap-3 py-2">
            <p className="min-w-0 wrap-anywhere">{sentenceOf(one, isOwn)}</p>
            <ButtonLink to={`/presentations/${one.id}`}>{answerWords[one.state]}</ButtonLink>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** For the page of a meeting: what the reader's own teams present in it, or are asked to. */
export function PresentationsOfMeeting({ presentations }: { presentations: AskedPresentation[] }) {
  if (presentations.length === 0) return null;
  return (
    <Card labelledBy="own-presentations">
      <h2 id="own-presentations">What your team presents</h2>
      <ul className="mt-2 divide-y divide-line">
        {presentations.map(({ id, state, changeIdea, cycleNumber }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-3 py-2">
            <p className="min-w-0 wrap-anywhere">
              {state === 'agreed' ? 'You present' : 'You are asked to present'} “{changeIdea}”, cycle{' '}
              {cycleNumber}.
            </p>
            <ButtonLink to={`/presentations/${id}`}>{answerWords[state]}</ButtonLink>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** For This week: what the reader's teams are asked to present. What they agreed to stands on the cycle and the meeting. */
export function AskedToPresentCards({ presentations }: { presentations: AskedPresentation[] }) {
  return presentations
    .filter(({ state }) => state === 'asked')
    .map(({ id, meetingTitle, day, time, teamName, changeIdea, cycleNumber }) => (
      <Card key={id} labelledBy={`asked-${id}`}>
        <h2 id={`asked-${id}`} className="wrap-anywhere">
          {meetingTitle} asks you to present
        </h2>
        <p className="mt-1 wrap-anywhere text-soft">
          {startWords({ day, time })} · {teamName} · “{changeIdea}”, cycle {cycleNumber}. You see what the
          room would see before you say yes.
        </p>
        <ButtonLink to={`/presentations/${id}`} className="mt-4">
          See what the room would see
        </ButtonLink>
      </Card>
    ));
}
