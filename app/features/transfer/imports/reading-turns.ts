import { useCallback, useEffect, useRef, useState } from 'react';
import { useFetcher } from 'react-router';

/** Sets every select to what the server took, which React leaves alone once a person has chosen. */
function showWhatWasTaken(form: HTMLFormElement): void {
  for (const select of form.querySelectorAll<HTMLSelectElement>('select[data-taken]'))
    select.value = select.dataset.taken ?? '';
}

/** Something was chosen before the script was there to send it. */
function hasUnsentChoice(form: HTMLFormElement): boolean {
  const selects = [...form.querySelectorAll<HTMLSelectElement>('select[data-taken]')];
  const inputs = [...form.querySelectorAll<HTMLInputElement>('input[type=date], input[type=text]')];
  return (
    selects.some((select) => select.value !== select.dataset.taken) ||
    inputs.some((input) => input.value !== input.defaultValue)
  );
}

function fieldsToRead(form: HTMLFormElement): FormData {
  const fields = new FormData(form);
  fields.set('step', 'read');
  return fields;
}

/**
 * Sends the mapping form to be read, one reading after the other: what is chosen meanwhile waits its turn, the newest only.
 * The form shows what the server took once nothing is on its way.
 * @param view another object after each reading
 */
export function useReadingTurns(view: object) {
  const { state, submit } = useFetcher();
  const form = useRef<HTMLFormElement>(null);
  const next = useRef<FormData | null>(null);
  const isBusy = useRef(false);
  const [turns, setTurns] = useState(0);

  const sendAll = useCallback(async () => {
    if (isBusy.current) return;
    isBusy.current = true;
    while (next.current !== null) {
      const fields = next.current;
      next.current = null;
      await submit(fields, { method: 'post' });
    }
    isBusy.current = false;
    setTurns((before) => before + 1);
  }, [submit]);

  useEffect(() => {
    if (!form.current || !hasUnsentChoice(form.current)) return;
    next.current = fieldsToRead(form.current);
    void sendAll();
  }, [sendAll]);
  useEffect(() => {
    if (form.current && !isBusy.current) showWhatWasTaken(form.current);
  }, [turns, view]);

  const readAgain = (chosen: HTMLFormElement) => {
    next.current = fieldsToRead(chosen);
    void sendAll();
  };
  return { form, readAgain, isReading: state !== 'idle' };
}
