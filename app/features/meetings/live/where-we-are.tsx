import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import type { AgendaItem } from '../agenda/agenda';
import type { Placed } from './agenda-place';
import type { LiveReader } from './live-view';
import type { RoomState } from './room';
import { dayRoleWords, partInStep, voicesOfStep } from './voice-rules';

/** What an item is about, in one line. */
function subjectLine({ subject }: AgendaItem): string {
  if (subject.kind === 'post')
    return subject.post === null ? 'A post that is no longer shared' : subject.post.signedAs;
  return subject.kind === 'team' ? `${subject.schoolName} · ${subject.teamName}` : '';
}

/** What stands above a step: its item, where it is named otherwise, and what the item is about. */
export function itemLine({ item, step }: Placed): string {
  const words = [item.title === step.title ? '' : item.title, subjectLine(item)];
  return words.filter((one) => one !== '').join(' · ');
}

type Props = { here: Placed; reader: LiveReader; clock: ReactNode };

/** The step the room is in, what the reader does in it, and the clock. */
export function WhereWeAre({ here: { item, step }, reader, clock }: Props) {
  const part = partInStep(step, item.subject, reader);
  const above = itemLine({ item, step });
  return (
    <div>
      <p className="text-soft empty:hidden">{above}</p>
      <h2 className="mt-0.5 text-[1.75rem] leading-tight">{step.title}</h2>
      {part.words === '' ? null : (
        <p
          className={clsx(
            'mt-3 rounded-md px-3 py-2 font-semibold',
            part.isSilent ? 'bg-early-wash text-ink' : 'bg-accent-wash text-accent',
          )}
        >
          {part.words}
        </p>
      )}
      <div className="mt-4">{clock}</div>
      {step.prompt === '' ? null : (
        <p className="mt-4 text-[1.1875rem] leading-snug whitespace-pre-line" dir="auto">
          {step.prompt}
        </p>
      )}
      {item.focus === '' ? null : (
        <p className="mt-3" dir="auto">
          <span className="text-soft">The question brought along:</span> {item.focus}
        </p>
      )}
      <p className="mt-3 text-sm text-soft">
        {voicesOfStep(step)} {dayRoleWords(reader.role)}
      </p>
    </div>
  );
}

/** What is said outside a step to those who listen to the page. */
export function outsideSpoken({ clock, isCancelled }: Pick<RoomState, 'clock' | 'isCancelled'>): string {
  if (isCancelled) return 'The meeting was cancelled.';
  return clock.state === 'ended' ? 'The meeting has ended.' : '';
}

/** Says a new step to those who listen to the page: politely, once, and never the seconds. */
export function StepSpoken({ here, words }: { here: Placed | null; words: string }) {
  return (
    <p className="sr-only" role="status">
      {here === null ? words : `Now: ${here.step.title}, ${here.step.minutes} minutes.`}
    </p>
  );
}
