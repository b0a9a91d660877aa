import { useCallback, useEffect, useRef, useState } from 'react';
import { useFetcher } from 'react-router';
import type { CellChange, CellKey, GridAnswer } from './data-grid';
import { gridFields } from './data-grid';
import type { Unreached } from '~/lib/unreached';

type Answer = GridAnswer | Unreached;
type Waiting = { text: string; was: string };
export type ShownGrid = { days: string[]; texts: Record<CellKey, string> };
type Block = { from: CellKey; text: string; shown: ShownGrid };

const tryAgainMs = 5000;

type Last = Pick<GridSaving, 'clock' | 'note' | 'count' | 'undone'> & { reached: boolean };

export type GridSaving = {
  status: 'idle' | 'saving' | 'unreached';
  clock: string | null;
  note: string | null;
  /** How many cells the last save changed, and whether it took changes back. */
  count: number;
  undone: boolean;
  problems: GridAnswer['problems'];
  conflicts: GridAnswer['conflicts'];
  /** What was typed and is not saved yet, by cell. */
  typed: Record<CellKey, string>;
  type: (key: CellKey, text: string, was: string) => void;
  /** Saves what was typed into a cell before the script came. */
  catchUp: (key: CellKey, text: string, was: string) => void;
  /** The typing in a cell has ended: it is saved. */
  leave: (key: CellKey, shown: string) => void;
  keepMine: (key: CellKey) => void;
  takeTheirs: (key: CellKey) => void;
  /** `shown`: the days as they stand on the page, and what each cell says. */
  paste: (from: CellKey, text: string, shown: ShownGrid) => void;
  undo: () => void;
  canUndo: boolean;
};

function withoutKeys<T>(record: Record<CellKey, T>, keys: CellKey[]): Record<CellKey, T> {
  const gone = new Set<string>(keys);
  return Object.fromEntries(Object.entries(record).filter(([key]) => !gone.has(key)));
}

/**
 * Saves the cells of a grid one batch after another, so that no two answers cross. What could not be sent waits and is
 * sent again; what was saved can be taken back, newest first.
 * @param of how many there usually are, by group, as the column heads say
 */
export function useGridSaving(of: () => Record<string, string>): GridSaving {
  const fetcher = useFetcher<Answer>();
  const { submit, state, data } = fetcher;
  const waiting = useRef(new Map<CellKey, Waiting>());
  const sent = useRef(new Map<CellKey, Waiting>());
  const began = useRef(new Map<CellKey, string>());
  const undoing = useRef(false);
  const [typed, setTyped] = useState<Record<CellKey, string>>({});
  const [problems, setProblems] = useState<GridAnswer['problems']>({});
  const [conflicts, setConflicts] = useState<GridAnswer['conflicts']>({});
  const [done, setDone] = useState<CellChange[][]>([]);
  const [last, setLast] = useState<Last>({ clock: null, note: null, count: 0, undone: false, reached: true });

  const block = useRef<Block | null>(null);
  const lastBlock = useRef<Block | null>(null);
  const send = useCallback(() => {
    const form = new FormData();
    const pasted = block.current;
    if (!pasted && waiting.current.size === 0) return;
    lastBlock.current = pasted;
    block.current = null;
    sent.current = pasted ? new Map<CellKey, Waiting>() : waiting.current;
    if (pasted) {
      form.append('paste', pasted.text);
      form.append('from', pasted.from);
      form.append('days', pasted.shown.days.join(','));
      for (const [key, text] of Object.entries(pasted.shown.texts)) form.append(gridFields.was + key, text);
    } else waiting.current = new Map();
    for (const [key, { text, was }] of sent.current) {
      form.append(gridFields.cell + key, text);
      form.append(gridFields.was + key, was);
    }
    for (const [groupId, text] of Object.entries(of())) form.append(gridFields.of + groupId, text);
    void submit(form, { method: 'post' });
  }, [of, submit]);

  const busy = state !== 'idle';
  const enqueue = useCallback(
    (key: CellKey, one: Waiting) => {
      waiting.current.set(key, one);
      if (!busy) send();
    },
    [busy, send],
  );

  const take = useCallback((answer: Answer) => {
    if ('unreached' in answer) {
      block.current ??= lastBlock.current;
      for (const [key, one] of sent.current) if (!waiting.current.has(key)) waiting.current.set(key, one);
      setLast((before) => ({ ...before, reached: false }));
      return;
    }
    const kept = new Set(answer.saved.map(({ key }) => key));
    const keys = [...new Set([...sent.current.keys(), ...kept])];
    const open = new Set<string>([...Object.keys(answer.problems), ...Object.keys(answer.conflicts)]);
    setTyped((before) =>
      withoutKeys(
        before,
        keys.filter((key) => {
          const text = sent.current.get(key)?.text;
          return !open.has(key) && (text === undefined ? kept.has(key) : before[key] === text);
        }),
      ),
    );
    for (const key of keys) if (!open.has(key)) began.current.delete(key);
    setProblems((before) => ({ ...withoutKeys(before, keys), ...answer.problems }));
    setConflicts((before) => ({ ...withoutKeys(before, keys), ...answer.conflicts }));
    if (answer.saved.length > 0 && !undoing.current)
      setDone((before) => [...before, answer.saved].slice(-50));
    const { clock, note } = answer;
    setLast({ clock, note, count: answer.saved.length, undone: undoing.current, reached: true });
    undoing.current = false;
  }, []);

  const seen = useRef<Answer | undefined>(undefined);
  useEffect(() => {
    if (busy || data === undefined) return;
    if (seen.current !== data) {
      seen.current = data;
      take(data);
      if (!('unreached' in data)) send();
    }
  }, [busy, data, send, take]);

  useEffect(() => {
    if (last.reached) return;
    const timer = setInterval(send, tryAgainMs);
    window.addEventListener('online', send);
    const hold = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', hold);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', send);
      window.removeEventListener('beforeunload', hold);
    };
  }, [last.reached, send]);

  return {
    status: busy ? 'saving' : last.reached ? 'idle' : 'unreached',
    ...{
      clock: last.clock,
      note: last.note,
      count: last.count,
      undone: last.undone,
      problems,
      conflicts,
      typed,
      canUndo: done.length > 0,
    },
    type(key, text, was) {
      if (!began.current.has(key)) began.current.set(key, was);
      setTyped((before) => ({ ...before, [key]: text }));
    },
    catchUp(key, text, was) {
      began.current.set(key, was);
      setTyped((before) => ({ ...before, [key]: text }));
      enqueue(key, { text, was });
    },
    leave(key, shown) {
      const text = typed[key];
      if (text === undefined) return;
      const was = began.current.get(key) ?? shown;
      if (text.trim() === was && problems[key] === undefined) {
        began.current.delete(key);
        setTyped((before) => withoutKeys(before, [key]));
        return;
      }
      if (conflicts[key] !== undefined || text === problems[key]?.typed) return;
      enqueue(key, { text, was });
    },
    keepMine(key) {
      const conflict = conflicts[key];
      if (!conflict) return;
      enqueue(key, { text: typed[key] ?? conflict.typed, was: conflict.there });
    },
    takeTheirs(key) {
      began.current.delete(key);
      setConflicts((before) => withoutKeys(before, [key]));
      setTyped((before) => withoutKeys(before, [key]));
    },
    paste(from, text, shown) {
      block.current = { from, text, shown };
      if (!busy) send();
    },
    undo() {
      const newest = done.at(-1);
      if (!newest || busy) return;
      undoing.current = true;
      setDone((before) => before.slice(0, -1));
      for (const { key, before, after } of newest) waiting.current.set(key, { text: before, was: after });
      send();
    },
  };
}
