import { ChevronDown, ChevronUp, GripVertical } from 'lucide-react';
import { Form, Link } from 'react-router';
import type { FetcherWithComponents } from 'react-router';
import { Button } from '~/ui/button';
import { useScriptReady } from '~/ui/script-ready';
import { wantsPresenter } from './agenda';
import type { AgendaItem } from './agenda';
import type { AgendaAnswer } from './agenda-answers';
import { AboutItem, StepsFolded } from './agenda-reading';
import type { TimedStep } from './agenda-rules';

type Props = {
  item: AgendaItem;
  at: string;
  minutes: number;
  steps: TimedStep[];
  index: number;
  /** The places it may have: after what the meeting has been in, up to the end. */
  first: number;
  last: number;
  agendaVersion: number;
  fetcher: FetcherWithComponents<AgendaAnswer>;
  onMove: (to: number, buttonId: string) => void;
  onDragStart: () => void;
  onDragEnd: () => void;
};

const moveLook =
  'inline-flex min-h-11 items-center gap-1 rounded-md border border-control bg-surface px-2.5 text-sm font-semibold hover:bg-sunken aria-disabled:opacity-50 sm:min-h-9';

/** One item with what can be done to it. */
export function EditedItem(props: Props) {
  const { item, at, minutes, steps, index, first } = props;
  const isHeld = index < first;
  return (
    <div className="flex gap-x-2 p-3 sm:p-4">
      {isHeld ? null : <Grip {...props} />}
      <div className="min-w-0 flex-1">
        <div className="flex items-baseline justify-between gap-x-3">
          <p className="min-w-0 wrap-anywhere">
            <span className="text-soft tabular-nums">{at}</span>{' '}
            <span className="font-semibold">
              <bdi>{item.title}</bdi>
            </span>
          </p>
          <span className="shrink-0 text-soft tabular-nums">{minutes} min</span>
        </div>
        <div className="wrap-anywhere">
          <AboutItem item={item} />
          {wantsPresenter(item) ? (
            <Link
              to={`/items/${item.id}?presenter#item-subject`}
              className="inline-flex min-h-6 items-center"
              aria-label={`Choose who presents in ${item.title}`}
            >
              Choose who presents
            </Link>
          ) : null}
          <StepsFolded steps={steps} title={item.title} />
        </div>
        <div className="mt-2 flex flex-wrap items-start gap-x-2 gap-y-1">
          {isHeld ? (
            <span className="self-center text-sm text-soft">The meeting has been here.</span>
          ) : (
            <MoveButtons {...props} />
          )}
          <Link
            to={`/items/${item.id}`}
            className="inline-flex min-h-11 items-center px-1.5 sm:min-h-9"
            aria-label={`Change ${item.title}`}
          >
            Change
          </Link>
          {isHeld ? null : <Removal {...props} />}
        </div>
      </div>
    </div>
  );
}

/** For a pointer only; the buttons do the same for everybody. */
function Grip({ onDragStart, onDragEnd }: Props) {
  if (!useScriptReady()) return <span className="w-6 pointer-coarse:hidden" />;
  return (
    <span
      draggable
      aria-hidden="true"
      title="Drag to another place"
      className="flex w-6 shrink-0 cursor-grab items-start justify-center pt-0.5 text-faint hover:text-ink active:cursor-grabbing pointer-coarse:hidden"
      onDragStart={(event) => {
        const card = event.currentTarget.closest('li');
        if (card) event.dataTransfer.setDragImage(card, 12, 12);
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', '');
        onDragStart();
      }}
      onDragEnd={onDragEnd}
    >
      <GripVertical size={18} />
    </span>
  );
}

function MoveButtons({ item, index, first, last, agendaVersion, fetcher, onMove }: Props) {
  const moves = [
    { to: Math.max(first, index - 1), word: 'Earlier', Icon: ChevronUp, id: `earlier-${item.id}` },
    { to: Math.min(last, index + 1), word: 'Later', Icon: ChevronDown, id: `later-${item.id}` },
  ];
  return (
    <fetcher.Form
      method="post"
      action={`/items/${item.id}/position`}
      className="flex gap-2"
      onSubmit={(event) => {
        const { nativeEvent } = event;
        const pressed = nativeEvent instanceof SubmitEvent ? nativeEvent.submitter?.id : undefined;
        const move = moves.find(({ id }) => id === pressed);
        event.preventDefault();
        if (move !== undefined && move.to !== index) onMove(move.to, move.id);
      }}
    >
      <input type="hidden" name="agendaVersion" value={agendaVersion} />
      {moves.map(({ to, word, Icon, id }) => (
        <button
          key={word}
          id={id}
          type="submit"
          name="to"
          value={to}
          aria-disabled={to === index}
          className={moveLook}
        >
          <Icon size={16} aria-hidden="true" className="max-sm:hidden" /> {word}
          <span className="sr-only">: {item.title}</span>
        </button>
      ))}
    </fetcher.Form>
  );
}

function Removal({ item, agendaVersion }: Props) {
  return (
    <details suppressHydrationWarning>
      <summary
        className="flex min-h-11 cursor-pointer items-center px-1.5 text-soft underline before:hidden! hover:text-ink sm:min-h-9"
        aria-label={`Remove ${item.title}`}
      >
        Remove
      </summary>
      <Form method="post" action={`/items/${item.id}/removal`}>
        <input type="hidden" name="agendaVersion" value={agendaVersion} />
        <Button aria-label={`Yes, remove it: ${item.title}`}>Yes, remove it</Button>
      </Form>
    </details>
  );
}
