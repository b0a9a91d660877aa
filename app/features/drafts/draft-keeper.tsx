import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useNavigation, useRevalidator } from 'react-router';
import type { DraftState } from './draft';
import { usePersonOfPage } from './person-of-page';
import { isNoPart, isTouched } from './typed-fields';

/** `ended` is how often the draft had ended when it was typed; `isReclaimed`: it was handed in, and perhaps taken. */
type Local = { fields: string; ended: number; isReclaimed: boolean };
type Status = { kind: 'idle' } | { kind: 'saving' } | { kind: 'saved'; clock: string } | { kind: 'here' };

const pauseMs = 700;
/** `owned` is a person's id and a form's name: a device may be of several people. */
const typedKey = (owned: string) => `boldline-draft:${owned}`;
const handedInKey = (owned: string) => `boldline-handed-in:${owned}`;

function readLocal(key: string): Local | null {
  const text = localStorage.getItem(key);
  if (text === null) return null;
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed !== 'object' || parsed === null || !('fields' in parsed)) return null;
    return {
      fields: String(parsed.fields),
      ended: 'ended' in parsed ? Number(parsed.ended) : 0,
      isReclaimed: 'isReclaimed' in parsed && parsed.isReclaimed === true,
    };
  } catch {
    return null;
  }
}

/** A form that was handed in, but that no command took and that the server keeps no draft of, did not arrive: it is a draft again. */
function reclaimHandedIn(owned: string, ended: number, kept: string): void {
  const handedIn = readLocal(handedInKey(owned));
  if (!handedIn) return;
  localStorage.removeItem(handedInKey(owned));
  if (handedIn.ended < ended || sameTyped(handedIn.fields, kept)) return;
  if (localStorage.getItem(typedKey(owned)) === null)
    localStorage.setItem(typedKey(owned), JSON.stringify({ ...handedIn, isReclaimed: true }));
}

const sameTyped = (one: string, other: string) =>
  one.replaceAll('%0D%0A', '%0A') === other.replaceAll('%0D%0A', '%0A');

type Sent = { clock: string | null; ended: number };

/** Null where nothing arrived; a `clock` of null where the draft has ended meanwhile. */
async function sendDraft(
  { form, draftId }: Pick<DraftState, 'form' | 'draftId'>,
  { fields, ended }: Local,
): Promise<Sent | null> {
  const response = await fetch(`/drafts/${draftId}`, {
    method: 'POST',
    body: new URLSearchParams({ form, fields, ended: String(ended) }),
    keepalive: fields.length < 50_000,
  });
  if (!response.ok) return null;
  const answer: unknown = await response.json();
  if (typeof answer !== 'object' || answer === null || !('clock' in answer) || !('ended' in answer))
    return null;
  return { clock: typeof answer.clock === 'string' ? answer.clock : null, ended: Number(answer.ended) };
}

function fieldsOf(form: HTMLFormElement, pressed: HTMLElement | null = null): string {
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form, pressed))
    if (typeof value === 'string') fields.append(name, value);
  return fields.toString();
}

/**
 * Sits inside a form and keeps what is typed: in the browser with every keystroke, on the server after a pause.
 * What could not reach the server (a closed tab, a lost connection) is sent when the form is next opened. What was handed
 * in is kept aside until the draft's count of endings shows that it arrived; with `onlyTyped` not where nobody typed in it.
 */
export function DraftKeeper({ draft, onlyTyped = false }: { draft: DraftState; onlyTyped?: boolean }) {
  const marker = useRef<HTMLSpanElement>(null);
  const { revalidate } = useRevalidator();
  const { form: name, draftId, ended: endedAtLoad } = draft;
  const owned = `${usePersonOfPage()}:${name}`;
  const keptFields = draft.kept?.fields ?? '';
  const [status, setStatus] = useState<Status>(
    draft.kept ? { kind: 'saved', clock: draft.kept.savedClock } : { kind: 'idle' },
  );

  /** What was last typed in this window: others may hold the same form. */
  const typedHere = useRef<string | null>(null);
  const { state, formMethod } = useNavigation();
  const isHandingIn = useRef(false);
  useLayoutEffect(() => {
    isHandingIn.current = state !== 'idle' && formMethod !== undefined;
  }, [state, formMethod]);

  useEffect(() => {
    const form = marker.current?.closest('form');
    if (!form) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let submitted = false;
    let ended = endedAtLoad;
    let hasTyped = !onlyTyped || isTouched(form);
    const key = typedKey(owned);

    const send = async (): Promise<boolean> => {
      const local = readLocal(key);
      if (!local) return false;
      setStatus({ kind: 'saving' });
      const known = local.isReclaimed ? local.ended : ended;
      const sent = await sendDraft({ form: name, draftId }, { ...local, ended: known }).catch(() => null);
      if (sent === null) {
        setStatus({ kind: 'here' });
        return false;
      }
      if (sent.clock === null) {
        // What was handed in has left the device; what is still here was typed elsewhere or since, and is a draft of its own.
        setStatus({ kind: 'idle' });
        if (local.isReclaimed && readLocal(key)?.fields === local.fields) localStorage.removeItem(key);
        if (local.isReclaimed || sent.ended <= ended) return false;
        ended = sent.ended;
        return send();
      }
      if (readLocal(key)?.fields === local.fields) localStorage.removeItem(key);
      setStatus({ kind: 'saved', clock: sent.clock });
      return true;
    };
    const sendSoon = () => {
      clearTimeout(timer);
      // What is typed while a form is handed in waits for its answer, which ends the draft.
      timer = setTimeout(() => (isHandingIn.current ? sendSoon() : void send()), pauseMs);
    };
    const keep = (fields: string) => {
      typedHere.current = fields;
      localStorage.setItem(key, JSON.stringify({ fields, ended }));
    };
    const onInput = (event?: Event) => {
      if (isNoPart(event?.target ?? null)) return;
      submitted = false;
      hasTyped = true;
      keep(fieldsOf(form));
      // What is typed after handing in (an answer that needs another look) is the newer of the two.
      localStorage.removeItem(handedInKey(owned));
      sendSoon();
    };
    // Another window hands this form in, which ends the draft that this one's words were saved in.
    const onStorage = (event: StorageEvent) => {
      if (event.key !== handedInKey(owned) || event.newValue === null) return;
      const typed = typedHere.current;
      if (typed !== null && readLocal(handedInKey(owned))?.fields !== typed) keep(typed);
    };
    const onSubmit = (event: SubmitEvent) => {
      clearTimeout(timer);
      if (!navigator.onLine) {
        event.preventDefault();
        event.stopPropagation();
        setStatus({ kind: 'here' });
        return;
      }
      submitted = true;
      if (!hasTyped) return;
      localStorage.setItem(
        handedInKey(owned),
        JSON.stringify({ fields: fieldsOf(form, event.submitter), ended }),
      );
      if (readLocal(key)?.fields === typedHere.current) localStorage.removeItem(key);
    };
    const onOnline = () => void send();
    const onHide = () => void send();

    reclaimHandedIn(owned, ended, keptFields);
    if (readLocal(key)) void send().then((sent) => (sent ? revalidate() : undefined));

    if (isTouched(form)) onInput();
    form.addEventListener('input', onInput);
    form.addEventListener('submit', onSubmit, { capture: true });
    window.addEventListener('online', onOnline);
    window.addEventListener('pagehide', onHide);
    window.addEventListener('storage', onStorage);
    const path = window.location.pathname;
    return () => {
      clearTimeout(timer);
      form.removeEventListener('input', onInput);
      form.removeEventListener('submit', onSubmit, { capture: true });
      window.removeEventListener('online', onOnline);
      window.removeEventListener('pagehide', onHide);
      window.removeEventListener('storage', onStorage);
      // It led on to another page: not by a link, nor to the door, where a session that has ended sends every form.
      const here = window.location.pathname;
      const isTaken = isHandingIn.current && here !== path && here !== '/sign-in';
      if (submitted && isTaken) localStorage.removeItem(handedInKey(owned));
      void send();
    };
  }, [name, owned, draftId, endedAtLoad, keptFields, onlyTyped, revalidate]);

  return (
    <span ref={marker} role="status" className="text-sm text-soft">
      {status.kind === 'saving' && 'Saving…'}
      {status.kind === 'saved' && `Saved ${status.clock}`}
      {status.kind === 'here' && 'Not connected. What you typed is kept on this device.'}
    </span>
  );
}
