import { clsx } from 'clsx';
import { contributionKinds } from '#db/vocabulary';
import { Badge } from '~/ui/card';
import { canBeTakenUp, inOrderWanted } from './contribution-rules';
import { saidWords, wantedWords } from './contribution-words';
import { MarkForm } from './mark-form';
import type { RoomContribution } from './room';

type Reader = { personId: string; leads: boolean; takesPart: boolean };

type Props = { said: readonly RoomContribution[]; votes: readonly string[]; reader: Reader };

/** What the room has said about one item, kind by kind; what most want to take up stands first. */
export function SaidList({ said, votes, reader }: Props) {
  const kinds = contributionKinds.filter((kind) => said.some((one) => one.kind === kind));
  if (kinds.length === 0) return <p className="text-soft">Nothing has been said here yet.</p>;
  return (
    <div className="space-y-4">
      {kinds.map((kind) => (
        <div key={kind}>
          <h3>{saidWords[kind]}</h3>
          <ul className="mt-1.5 space-y-2">
            {inOrderWanted(said.filter((one) => one.kind === kind)).map((one) => (
              <Said key={one.id} one={one} isWanted={votes.includes(one.id)} reader={reader} />
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

const quiet = 'inline-flex min-h-11 items-center rounded-md px-1 text-sm text-soft underline hover:text-ink';

function Said({ one, isWanted, reader }: { one: RoomContribution; isWanted: boolean; reader: Reader }) {
  const isOwn = one.authorId === reader.personId;
  const path = `/contributions/${one.id}`;
  return (
    <li id={`said-${one.id}`} className="rounded-card border border-line px-4 py-3">
      <p className="wrap-anywhere whitespace-pre-line" dir="auto">
        {one.body}
      </p>
      <div className="mt-1 flex flex-wrap items-center gap-x-3 text-sm text-soft">
        <span>{isOwn ? 'You' : one.authorName}</span>
        {one.takenUp ? <Badge tone="accent">Taken up</Badge> : null}
        {canBeTakenUp(one.kind) && one.votes > 0 ? <span>{wantedWords(one.votes)}</span> : null}
      </div>
      <div className="mt-1 -mb-1 flex flex-wrap items-center gap-x-3 gap-y-1 empty:hidden">
        {canBeTakenUp(one.kind) && reader.takesPart && !one.takenUp ? (
          <MarkForm action={`${path}/vote`}>
            {() => (
              <button
                name="wanted"
                value={isWanted ? 'off' : 'on'}
                aria-pressed={isWanted}
                className={clsx(
                  'inline-flex min-h-11 items-center rounded-md border px-3 font-semibold',
                  isWanted
                    ? 'border-accent bg-accent-wash text-accent'
                    : 'border-control bg-surface hover:bg-sunken',
                )}
              >
                {isWanted ? '✓ ' : ''}Take this up
              </button>
            )}
          </MarkForm>
        ) : null}
        {canBeTakenUp(one.kind) && reader.leads ? (
          <MarkForm action={`${path}/taking-up`}>
            {() => (
              <button name="wanted" value={one.takenUp ? 'off' : 'on'} className={quiet}>
                {one.takenUp ? 'Not taken up yet' : 'We took it up'}
              </button>
            )}
          </MarkForm>
        ) : null}
        {isOwn || reader.leads ? (
          <MarkForm action={`${path}/withdrawal`}>
            {() => <button className={quiet}>{isOwn ? 'Take back' : 'Take off the list'}</button>}
          </MarkForm>
        ) : null}
      </div>
    </li>
  );
}
