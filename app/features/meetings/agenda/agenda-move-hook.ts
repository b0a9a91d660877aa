import { useEffect, useState } from 'react';
import { useFetcher } from 'react-router';
import type { Meeting } from '../meeting';
import type { AgendaItem } from './agenda';
import type { AgendaAnswer } from './agenda-answers';
import { moved } from './agenda-rules';

type Move = { itemId: string; to: number };

const pathOf = (itemId: string) => `/items/${itemId}/position`;

function withMove(items: AgendaItem[], { itemId, to }: Move): AgendaItem[] {
  const from = items.findIndex(({ id }) => id === itemId);
  return from < 0 ? items : moved(items, from, to);
}

/**
 * The agenda in the order it will have once every move has arrived. A move made while another is on its way waits its turn,
 * since each is checked against the agenda's version; after a refusal those that wait are dropped, as they were meant for
 * another order.
 */
export function useAgendaMoves(meeting: Pick<Meeting, 'agendaVersion'>, items: AgendaItem[]) {
  const fetcher = useFetcher<AgendaAnswer>({ key: 'agenda-order' });
  const [waiting, setWaiting] = useState<Move[]>([]);
  const isIdle = fetcher.state === 'idle';
  const problem = isIdle ? (fetcher.data?.problem ?? null) : null;
  const to = fetcher.formData?.get('to');
  const under = items.find(({ id }) => fetcher.formAction === pathOf(id));
  const onItsWay = under && typeof to === 'string' ? [{ itemId: under.id, to: Number(to) }] : [];
  const order = [...onItsWay, ...waiting].reduce(withMove, items);

  const send = (move: Move) =>
    fetcher.submit(
      { agendaVersion: meeting.agendaVersion, to: move.to },
      { method: 'post', action: pathOf(move.itemId), flushSync: true },
    );
  useEffect(() => {
    const [next, ...rest] = waiting;
    if (!isIdle || next === undefined) return;
    const turn = setTimeout(() => {
      if (problem === null) void send(next);
      setWaiting(problem === null ? rest : []);
    });
    return () => clearTimeout(turn);
  });

  const move = (one: Move) => {
    if (isIdle && waiting.length === 0) void send(one);
    else setWaiting([...waiting, one]);
  };
  return { fetcher, order, problem, move, isMoving: !isIdle || waiting.length > 0 };
}
