import { clsx } from 'clsx';
import { useEffect, useRef, useState } from 'react';
import { EmptyState } from '~/ui/card';
import type { Meeting } from '../meeting';
import { minutesOfAgenda } from './agenda';
import type { AgendaItem } from './agenda';
import { useAgendaMoves } from './agenda-move-hook';
import { EditedItem } from './edited-item';
import { endsOf, moved, timedAgenda } from './agenda-rules';
import { footWords, sumWords } from './agenda-words';

type Props = {
  meeting: Pick<Meeting, 'id' | 'startsAt' | 'timeZone' | 'minutes' | 'agendaVersion'>;
  items: AgendaItem[];
  /** How many of the first items the meeting has been in: they keep their place. */
  held: number;
};

/**
 * The agenda in its order. Items are moved by their buttons, which post without script, or by dragging; with script the new
 * order, its times and its sum stand at once, and the moved item keeps the focus.
 */
export function AgendaEditor({ meeting, items, held }: Props) {
  const { fetcher, order, problem, move, isMoving } = useAgendaMoves(meeting, items);
  const [said, setSaid] = useState('');
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const focusAfter = useRef<string | null>(null);
  const timed = timedAgenda(order, meeting);
  const planned = minutesOfAgenda(order);
  const { through, end } = endsOf(planned, meeting);
  const ids = order.map(({ id }) => id).join(' ');

  useEffect(() => {
    if (focusAfter.current === null) return;
    document.getElementById(focusAfter.current)?.focus({ preventScroll: false });
    focusAfter.current = null;
  }, [ids]);

  const count = useRef(items.length);
  useEffect(() => {
    const isBeside = window.matchMedia('(min-width: 64rem)').matches;
    const last = items.at(-1);
    if (isBeside && last && items.length === count.current + 1)
      document.getElementById(`item-${last.id}`)?.scrollIntoView({ block: 'nearest' });
    count.current = items.length;
  }, [items]);

  const tell = (itemId: string, to: number) => {
    const from = order.findIndex(({ id }) => id === itemId);
    const place = timedAgenda(moved(order, from, to), meeting);
    const index = place.findIndex(({ item }) => item.id === itemId);
    const here = place[index];
    if (here)
      setSaid(`“${here.item.title}” is now ${index + 1} of ${place.length}, and begins at ${here.at}.`);
  };
  const drop = (to: number) => {
    const from = order.findIndex(({ id }) => id === dragged);
    setOver(null);
    setDragged(null);
    const place = to > from ? to - 1 : to;
    if (dragged === null || from < 0 || place === from) return;
    tell(dragged, place);
    move({ itemId: dragged, to: place });
  };

  return (
    <section aria-labelledby="order-title">
      <div className="sticky top-0 z-[1] -mx-1 flex flex-wrap items-baseline justify-between gap-x-4 bg-paper px-1 py-2">
        <h2 id="order-title">In this order</h2>
        <p className="font-semibold tabular-nums" id="agenda-sum">
          {sumWords(planned, meeting.minutes)}{' '}
          <a href="#add" className="ml-2 inline-block min-h-6 font-normal lg:hidden">
            Add
          </a>
        </p>
      </div>
      <p role="status" className="sr-only">
        {problem === null ? said : ''}
      </p>
      {problem === null ? null : (
        <p role="alert" className="mb-3 rounded-card border border-away bg-away-wash px-4 py-3">
          {problem}
        </p>
      )}
      {order.length === 0 ? (
        <EmptyState title="Nothing here yet.">
          Take a part from the list: “Welcome” is a good first one. The clock counts along.
        </EmptyState>
      ) : (
        <>
          <p className="mb-2 text-sm text-soft">
            Move a part with Earlier and Later
            <span className="pointer-coarse:hidden">, or drag it by its dots</span>. All times follow.
          </p>
          <ol className="space-y-3" aria-busy={isMoving}>
            {timed.map(({ item, at, minutes, steps }, index) => (
              <li
                key={item.id}
                id={`item-${item.id}`}
                className={clsx(
                  'scroll-mt-14 rounded-card border bg-surface',
                  dragged === item.id ? 'border-accent opacity-60' : 'border-line',
                  over === index && 'border-t-4 border-t-accent',
                  over === index + 1 && index === order.length - 1 && 'border-b-4 border-b-accent',
                )}
                onDragOver={(event) => {
                  if (dragged === null) return;
                  event.preventDefault();
                  const box = event.currentTarget.getBoundingClientRect();
                  const isBelow = event.clientY > box.top + box.height / 2;
                  setOver(Math.max(held, index + (isBelow ? 1 : 0)));
                }}
                onDrop={(event) => {
                  event.preventDefault();
                  if (over !== null) drop(over);
                }}
              >
                <EditedItem
                  {...{ item, at, minutes, steps, index, fetcher }}
                  last={order.length - 1}
                  first={held}
                  agendaVersion={meeting.agendaVersion}
                  onMove={(to, button) => {
                    focusAfter.current = button;
                    tell(item.id, to);
                    move({ itemId: item.id, to });
                  }}
                  onDragStart={() => setDragged(item.id)}
                  onDragEnd={() => {
                    setDragged(null);
                    setOver(null);
                  }}
                />
              </li>
            ))}
          </ol>
          <p className="mt-3 flex gap-x-3 border-t border-strong px-3 pt-3 sm:px-4">
            <span className="text-soft tabular-nums">{through}</span>
            <span className={clsx(planned > meeting.minutes && 'font-semibold')}>
              {footWords(planned, meeting.minutes, end)}
            </span>
          </p>
        </>
      )}
    </section>
  );
}
