import { clsx } from 'clsx';
import { useEffect, useRef, useState } from 'react';
import { useFetcher } from 'react-router';
import { contributionKinds } from '#db/vocabulary';
import type { ContributionKind } from '#db/vocabulary';
import { deviceKey, forgetWords } from '~/features/drafts/device-words';
import { useDeviceWords } from '~/features/drafts/device-words-hook';
import type { Unreached } from '~/lib/unreached';
import { Button } from '~/ui/button';
import { FieldErrors } from '~/ui/field';
import { longestContribution } from './contribution-rules';
import { contributionWords } from './contribution-words';
import { useItemBegun } from './item-begun';
import type { FormItem } from './item-begun';
import { unreachedWords } from './or-unreached';
import type { SayAnswer } from './room-answers';

type Props = {
  meetingId: string;
  /** The item the room is in. */
  item: FormItem;
  /** The items of the agenda, of which what was typed before may belong to one. */
  items?: readonly FormItem[];
  /** The writer; null where what is typed is not kept. */
  personId: string | null;
  newId: string;
  usualKind: ContributionKind;
  /** The answer to a form that was posted without script. */
  posted?: SayAnswer | undefined;
};

type Chosen = { itemId: string; kind: ContributionKind };

/** Says something to the room; its words stay in the form, about the item they were begun in, until they have arrived. */
export function ContributionForm({ meetingId, item, items = [], personId, newId, usualKind, posted }: Props) {
  const fetcher = useFetcher<SayAnswer | Unreached>();
  const [firstId] = useState(newId);
  const [chosen, setChosen] = useState<Chosen | null>(
    posted && !posted.ok ? { itemId: item.id, kind: posted.kind } : null,
  );
  const unreached = fetcher.data !== undefined && 'unreached' in fetcher.data;
  const [answer, setAnswer] = useState<SayAnswer | undefined>(posted);
  const [sentTo, setSentTo] = useState<FormItem>(item);
  const [answeredIn, setAnsweredIn] = useState(item.id);
  if (fetcher.data && !('unreached' in fetcher.data) && fetcher.data !== answer) {
    setAnswer(fetcher.data);
    setAnsweredIn(item.id);
  }
  const id = answer?.nextId ?? firstId;
  const problem = answer && !answer.ok ? answer : null;
  const waits = fetcher.state === 'submitting';
  // The kind that stood there when somebody began to write stays with their words, as the item does.
  const { held, begin, hold } = useItemBegun({ ...item, usualKind }, id);
  const kind = chosen?.itemId === held.id ? chosen.kind : held.usualKind;
  const choose = (one: ContributionKind, about: FormItem) => setChosen({ itemId: about.id, kind: one });
  const form = useRef<HTMLFormElement>(null);
  const key = personId === null ? null : deviceKey(personId, `meetings/${meetingId}/contributions`);
  useDeviceWords(form, {
    ...{ key, words: 'body' },
    onFound: (typed) => {
      const begunIn = items.find((one) => one.id === typed.itemId) ?? item;
      hold({ ...begunIn, usualKind });
      choose(contributionKinds.find((one) => one === typed.kind) ?? kind, begunIn);
    },
  });
  useEffect(() => {
    if (answer?.ok && key !== null) forgetWords(localStorage, key);
  }, [answer, key]);
  // What was said stands in the list of its item; where the room has moved on, nothing is said about it any more.
  const seen = answer?.ok && answeredIn === item.id ? seenWords(sentTo, item) : '';
  const field = {
    id: 'say',
    errors: problem && problem.asked === null ? [problem.message] : undefined,
  };
  return (
    <fetcher.Form
      ref={form}
      method="post"
      action={`/meetings/${meetingId}/contributions`}
      className="space-y-3"
      onSubmit={(event) => {
        if (waits) event.preventDefault();
        else setSentTo(held);
      }}
    >
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="itemId" value={held.id} />
      <Kinds kind={kind} onChoose={(one) => choose(one, held)} />
      <div>
        <label htmlFor={field.id} className="sr-only">
          Your words
        </label>
        <textarea
          key={id}
          id={field.id}
          name="body"
          onChange={begin}
          readOnly={waits}
          rows={2}
          maxLength={longestContribution}
          className="control"
          placeholder={`For example: ${contributionWords[kind].placeholder}`}
          defaultValue={problem?.typed}
          aria-invalid={field.errors ? true : undefined}
          aria-describedby={`${field.id}-hint`}
        />
        <FieldErrors field={field} />
        <p id={`${field.id}-hint`} className="mt-1 text-sm text-soft">
          Shown with your name to the people of this meeting, and without it on the screen of the room.
        </p>
      </div>
      {problem && problem.asked !== null ? (
        <div role="alert" className="rounded-card border border-puzzle bg-puzzle-wash px-4 py-3">
          <p>{problem.message}</p>
          <label className="mt-2 flex min-h-6 items-start gap-2.5">
            <input
              type="checkbox"
              name="looked"
              value={problem.asked}
              className="mt-1 size-4.5 accent-accent"
            />
            I have looked: no student can be recognised by these words.
          </label>
        </div>
      ) : null}
      {held.id === item.id ? null : (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <p role="status" className="text-sm text-soft">
            You began this in “{held.title}”, and it is shown there.
          </p>
          <Button
            type="button"
            onClick={() => {
              choose(kind, item);
              hold({ ...item, usualKind });
            }}
          >
            Show it in “{item.title}” instead
          </Button>
        </div>
      )}
      <div className="flex flex-wrap items-center gap-3">
        <Button>Show it to the room</Button>
        <span role="status" className="text-sm text-soft">
          {waits ? 'Sending…' : unreached ? unreachedWords : seen}
        </span>
      </div>
    </fetcher.Form>
  );
}

function seenWords(to: FormItem, here: FormItem): string {
  return to.id === here.id ? 'The room sees it.' : `The room sees it in “${to.title}”.`;
}

function Kinds({ kind, onChoose }: { kind: ContributionKind; onChoose: (kind: ContributionKind) => void }) {
  return (
    <fieldset>
      <legend className="font-semibold">Say something to the room</legend>
      <div className="mt-1.5 grid grid-cols-2 gap-2 sm:grid-cols-4">
        {contributionKinds.map((one) => (
          <label
            key={one}
            className={clsx(
              'relative inline-flex min-h-11 cursor-pointer items-center justify-center rounded-md border border-control bg-surface px-2 py-2 text-center leading-tight font-semibold',
              'has-checked:border-accent has-checked:bg-accent-wash has-checked:ring-1 has-checked:ring-accent has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent',
            )}
          >
            <input
              type="radio"
              name="kind"
              value={one}
              checked={kind === one}
              onChange={() => onChoose(one)}
              className="sr-only"
            />
            {contributionWords[one].one}
          </label>
        ))}
      </div>
      <p className="mt-1.5 text-sm text-soft">{contributionWords[kind].hint}</p>
    </fieldset>
  );
}
