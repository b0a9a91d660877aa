import type { SubmissionResult } from '@conform-to/react';
import { Form, Link } from 'react-router';
import { Button, ButtonLink } from '~/ui/button';
import { Badge, Card } from '~/ui/card';
import { AskFields } from './ask-fields';
import { stateWords } from './presentation-words';
import { sideWords } from './presenter-words';
import type { PresentersPage, PresentingTeam } from './presenters-page';

type Props = Pick<PresentersPage, 'present' | 'balance' | 'declined'> & {
  mayAsk: boolean;
  answerTo: (askId: string) => SubmissionResult | null;
};

/** For a team that was put on the agenda and is to go again, or to make way for another one. */
function ChangePresenter({ itemId, itemTitle, subject, teamName }: PresentingTeam) {
  return (
    <Form method="post" className="mt-1 flex flex-wrap items-center gap-x-4">
      <input type="hidden" name="itemId" value={itemId} />
      <input type="hidden" name="subject" value={subject} />
      <Button tone="quiet" name="step" value="take-back" aria-label={`Take back: ${teamName}, ${itemTitle}`}>
        Take back
      </Button>
      <ButtonLink
        tone="quiet"
        to={`/items/${itemId}?presenter#item-subject`}
        aria-label={`Choose another: ${itemTitle}`}
      >
        Choose another
      </ButtonLink>
    </Form>
  );
}

function Row({
  row,
  mayAsk,
  result,
}: {
  row: PresentingTeam;
  mayAsk: boolean;
  result: SubmissionResult | null;
}) {
  const { itemId, itemTitle, teamName, schoolName, cycle, state, presentationId, side, askId, newItemId } =
    row;
  return (
    <li className="py-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <p className="min-w-0 font-semibold wrap-anywhere" dir="auto">
          {teamName} <span className="font-normal text-soft">· {schoolName}</span>
        </p>
        {state === null || presentationId === null ? null : (
          <Link to={`/presentations/${presentationId}`} className="inline-block min-h-6">
            <Badge tone={state === 'agreed' ? 'accent' : 'plain'}>{stateWords[state]}</Badge>
          </Link>
        )}
      </div>
      <p className="text-sm wrap-anywhere text-soft" dir="auto">
        {itemTitle}
        {cycle === null ? '' : ` · “${cycle.changeIdea}”, cycle ${cycle.number}`}
        {side === null ? '' : ` · ${sideWords[side]}`}
      </p>
      {mayAsk && cycle !== null && state === null ? (
        <div className="mt-2">
          <AskFields
            {...{ askId, newItemId, result }}
            places={[{ value: `item:${itemId}`, label: itemTitle }]}
            why=""
            button="Ask the team"
          >
            <input type="hidden" name="cycleId" value={cycle.id} />
          </AskFields>
        </div>
      ) : null}
      {mayAsk ? <ChangePresenter {...row} /> : null}
    </li>
  );
}

/** Who is in the meeting so far, by school, win and loss, and what each team answered. */
export function PresentingList({ present, balance, declined, mayAsk, answerTo }: Props) {
  return (
    <Card labelledBy="present">
      <h2 id="present">{mayAsk ? 'In it so far' : 'In it'}</h2>
      {present.length === 0 ? (
        <p className="mt-1 text-soft">
          {mayAsk
            ? 'Nobody yet. Each team you take is asked at once, also in a draft, and sees what the room would see.'
            : 'Nobody.'}
        </p>
      ) : (
        <>
          <p className="mt-1 text-soft">{balance}</p>
          <ul className="mt-2 divide-y divide-line">
            {present.map((row) => (
              <Row key={row.itemId} row={row} mayAsk={mayAsk} result={answerTo(row.askId)} />
            ))}
          </ul>
        </>
      )}
      {declined.length === 0 ? null : (
        <ul className="mt-2 space-y-1 border-t border-line pt-3 text-sm text-soft">
          {declined.map(({ id, teamName, schoolName, why }) => (
            <li key={id} className="wrap-anywhere" dir="auto">
              <Link to={`/presentations/${id}`} className="inline-block min-h-6">
                {teamName} · {schoolName}
              </Link>
              : not this time.{why === '' ? '' : ` “${why}”`}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
