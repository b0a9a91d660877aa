import { useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { FieldErrors } from '~/ui/field';
import type { FormField } from '~/ui/field';

type Typing = { from: number; typed: string };

const beforeCaret = /(?:^|[^\p{L}\p{M}\p{N}_@/.=&?#-])@(\p{L}[^@\n]{1,40})$/u;
const mostWords = 3;

/** The name that is being typed at the end of a text, if one is. */
function nameBeingTyped(text: string): Typing | null {
  const typed = beforeCaret.exec(text)?.[1];
  if (typed === undefined || typed.trim().split(/\s+/).length > mostWords) return null;
  return { from: text.length - typed.length, typed };
}

async function askForPeople(postId: string, typed: string, signal: AbortSignal): Promise<string[]> {
  try {
    const query = new URLSearchParams({ q: typed }).toString();
    const response = await fetch(`/posts/${postId}/people?${query}`, { signal });
    const answer: unknown = response.ok ? await response.json() : null;
    if (typeof answer !== 'object' || answer === null || !('names' in answer)) return [];
    return Array.isArray(answer.names) ? answer.names.map(String) : [];
  } catch {
    return [];
  }
}

type Props = { postId: string; field: FormField; label: string; hint: string; rows: number };

/** A text in which `@` suggests people once script runs: arrow keys, Enter or Tab to take one, Escape to go on typing. */
export function MentionField({ postId, field, label, hint, rows }: Props) {
  const box = useRef<HTMLTextAreaElement>(null);
  const listId = useId();
  const asked = useRef<AbortController | null>(null);
  const wait = useRef<ReturnType<typeof setTimeout>>(undefined);
  const taken = useRef('');
  const [typing, setTyping] = useState<Typing | null>(null);
  const [names, setNames] = useState<string[]>([]);
  const [at, setAt] = useState(0);
  const isOpen = names.length > 0 && typing !== null;

  useEffect(
    () => () => {
      clearTimeout(wait.current);
      asked.current?.abort();
    },
    [],
  );

  function close() {
    clearTimeout(wait.current);
    asked.current?.abort();
    setTyping(null);
    setNames([]);
  }

  function look() {
    const area = box.current;
    const now = area ? nameBeingTyped(area.value.slice(0, area.selectionStart)) : null;
    if (!now || (taken.current !== '' && now.typed.startsWith(taken.current))) return close();
    clearTimeout(wait.current);
    wait.current = setTimeout(() => {
      asked.current?.abort();
      const asking = new AbortController();
      asked.current = asking;
      void askForPeople(postId, now.typed, asking.signal).then((found) => {
        if (asking.signal.aborted) return;
        setTyping(now);
        setNames(found);
        setAt(0);
      });
    }, 120);
  }

  function take(name: string) {
    const area = box.current;
    if (!area || !typing) return;
    area.setRangeText(`${name} `, typing.from, typing.from + typing.typed.length, 'end');
    taken.current = name;
    area.focus();
    close();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (!isOpen) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) setAt((at + step + names.length) % names.length);
    else if (event.key === 'Enter' || event.key === 'Tab') take(names[at] ?? '');
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
  }

  const hintId = `${field.id}-hint`;
  const describedBy = field.errors?.length ? `${hintId} ${field.id}-error` : hintId;
  return (
    <div className="relative">
      <label htmlFor={field.id} className="block font-semibold">
        {label}
      </label>
      <p id={hintId} className="text-sm text-soft">
        {hint}
      </p>
      <textarea
        ref={box}
        id={field.id}
        name={field.name}
        rows={rows}
        dir="auto"
        defaultValue={typeof field.initialValue === 'string' ? field.initialValue : undefined}
        aria-invalid={field.errors?.length ? true : undefined}
        aria-describedby={describedBy}
        aria-autocomplete="list"
        aria-controls={isOpen ? listId : undefined}
        aria-activedescendant={isOpen ? `${listId}-${at}` : undefined}
        onInput={look}
        onKeyDown={onKeyDown}
        onBlur={close}
        className="control mt-1.5"
      />
      {isOpen ? (
        <ul
          id={listId}
          role="listbox"
          aria-label="People to mention"
          className="absolute z-10 w-full max-w-sm rounded-md border border-control bg-surface py-1 shadow-lg"
        >
          {names.map((name, index) => (
            <li
              key={name}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === at}
              dir="auto"
              onPointerDown={(event) => {
                event.preventDefault();
                take(name);
              }}
              className="flex min-h-11 cursor-pointer items-center px-3 hover:bg-sunken aria-selected:bg-accent-wash aria-selected:text-accent"
            >
              {name}
            </li>
          ))}
        </ul>
      ) : null}
      <p role="status" className="sr-only">
        {isOpen ? `${names.length === 1 ? 'One person' : `${names.length} people`} to mention.` : ''}
      </p>
      <FieldErrors field={field} />
    </div>
  );
}
