import { Form } from 'react-router';
import { meetingRhythms } from '#db/vocabulary';
import { counted } from '~/lib/number-format';
import type { SchoolDay } from '~/lib/school-day';
import { Button } from '~/ui/button';
import { Card, Notice } from '~/ui/card';
import { ChoiceField, TextField } from '~/ui/field';
import { startWords } from '../when-words';
import type { MoveChoice, MovedDay } from './move-rules';
import { rhythmNames } from './series';

export type ShownMove = {
  choice: MoveChoice;
  moves: (MovedDay & { time: string })[];
  /** What is done is what was seen. */
  seen: string;
};

type Props = {
  meetingId: string;
  /** How many later ones could move with it. */
  later: number;
  chosen: MoveChoice;
  shown: ShownMove | null;
  /** Why it cannot be so. */
  problem: string | null;
  today: SchoolDay;
};

function NewDates({ meetingId, shown, today }: { meetingId: string; shown: ShownMove; today: SchoolDay }) {
  const { choice, moves, seen } = shown;
  const moving = moves.filter(({ from, to }) => from !== to).length;
  return (
    <div className="mt-5 border-t border-line pt-4">
      <h3 id="new-dates" className="text-base">
        The new dates
      </h3>
      <ol aria-labelledby="new-dates" className="mt-1 divide-y divide-line">
        {moves.map(({ id, from, to, time, because }) => (
          <li key={id} className="py-2">
            <span className="font-semibold">{startWords({ day: to, time }, today)}</span>
            <span className="block text-sm text-soft">
              {from === to ? 'as it is now' : `now on ${startWords({ day: from, time }, today)}`}
              {because === null ? '' : `; moved on: ${because}`}
            </span>
          </li>
        ))}
      </ol>
      {moving === 0 ? (
        <p className="mt-3 text-soft">Nothing would change.</p>
      ) : (
        <Form method="post" action={`/meetings/${meetingId}/series`} className="mt-4">
          <input type="hidden" name="intent" value="move" />
          <input type="hidden" name="day" value={choice.day} />
          <input type="hidden" name="rhythm" value={choice.rhythm} />
          <input type="hidden" name="which" value={choice.which} />
          <input type="hidden" name="seen" value={seen} />
          <Button tone="primary">Move {counted(moving, 'meeting')}</Button>
        </Form>
      )}
    </div>
  );
}

/** Other days: for one meeting, or for it and the later ones. Shows the dates before anything moves. */
export function SeriesMoveCard({ meetingId, later, chosen, shown, problem, today }: Props) {
  return (
    <Card labelledBy="series-move">
      <h2 id="series-move" className="scroll-mt-4">
        Move to other days
      </h2>
      <p className="mt-1 max-w-[65ch] text-soft">
        Time, place, people and agenda stay. Whoever is invited to an announced meeting gets a mail and is
        asked again whether they come; their calendar follows. What has begun or is over stays.
      </p>
      {problem === null ? null : (
        <Notice tone="attention" role="alert">
          {problem}
        </Notice>
      )}
      <Form method="get" preventScrollReset className="mt-4 space-y-4">
        <TextField
          key={chosen.day}
          field={{ id: 'move-day', name: 'day', initialValue: chosen.day }}
          label="New day of this meeting"
          type="date"
          inputClassName="max-w-48"
          required
        />
        {later === 0 ? null : (
          <>
            <ChoiceField
              key={`which-${chosen.which}`}
              field={{ id: 'move-which', name: 'which', initialValue: chosen.which }}
              label="Which meetings move"
              choices={[
                { value: 'later', label: `This and the later ones (${later + 1})` },
                { value: 'this', label: 'This one' },
              ]}
            />
            <ChoiceField
              key={`rhythm-${chosen.rhythm}`}
              field={{ id: 'move-rhythm', name: 'rhythm', initialValue: chosen.rhythm }}
              label="The later ones come"
              choices={meetingRhythms.map((rhythm) => ({ value: rhythm, label: rhythmNames[rhythm] }))}
            />
          </>
        )}
        <Button>Show the new dates</Button>
      </Form>
      {shown === null ? null : <NewDates meetingId={meetingId} shown={shown} today={today} />}
    </Card>
  );
}
