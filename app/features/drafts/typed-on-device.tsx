import { useEffect, useRef, useState } from 'react';
import { useActionData, useNavigation } from 'react-router';
import { deviceKey, forgetWords, keepWordsOnDevice, wordsOnDevice } from './device-words';
import { usePersonOfPage } from './person-of-page';
import { putBack, typedFields } from './typed-fields';

type Props = {
  /** Which form, of which thing: `reviews/<id>/comments/prediction`. */
  name: string;
  /** For forms that are sent without leaving the page: true while the page loads what the server took. */
  isArriving?: boolean;
  /** The form came back from the server as it was typed: what is kept is no newer. */
  isBack?: boolean;
};

const words = {
  kept: 'Kept on this device.',
  back: 'From before, as you left it.',
  offline: 'Not connected. What you typed is kept on this device.',
};

/** A session that has ended sends everything to the door: nothing has arrived then. */
const isAtTheDoor = () => window.location.pathname === '/sign-in';

/** Whether the form of this page was handed in and the server took it: it goes on to another page and answers nothing. */
function useArrivalOfPage(form: () => HTMLFormElement | null): boolean {
  const navigation = useNavigation();
  const answer: unknown = useActionData();
  const [asked, setAsked] = useState<{ answer: unknown } | null>(null);
  useEffect(() => {
    const own = form();
    const onSubmit = () => setAsked({ answer });
    own?.addEventListener('submit', onSubmit);
    return () => own?.removeEventListener('submit', onSubmit);
  }, [form, answer]);
  return (
    asked !== null &&
    asked.answer === answer &&
    navigation.state === 'loading' &&
    navigation.formMethod === 'POST'
  );
}

/**
 * Sits inside a form of few words (a comment, a reason, a number) and keeps them on this device with every keystroke, until the
 * server has taken them. `DraftKeeper` is for forms that a person goes on with on another device.
 */
export function TypedOnDevice({ name, isArriving, isBack = false }: Props) {
  const marker = useRef<HTMLSpanElement>(null);
  const [formOf] = useState(() => () => marker.current?.closest('form') ?? null);
  const hasArrivedByPage = useArrivalOfPage(formOf);
  const arrives = isArriving ?? hasArrivedByPage;
  const wasArriving = useRef(false);
  const [status, setStatus] = useState<keyof typeof words | null>(null);
  const key = deviceKey(usePersonOfPage(), name);

  useEffect(() => {
    const form = formOf();
    if (!form) return;
    const keep = () => {
      const isKept = keepWordsOnDevice(localStorage, key, typedFields(form), Date.now());
      setStatus(isKept ? 'kept' : null);
    };
    const takeUp = () => {
      const kept = isBack ? [] : wordsOnDevice(localStorage, key);
      putBack(form, kept);
      if (typedFields(form).length === 0) return;
      keep();
      // A browser going back fills the fields itself, and leaves their fold closed.
      const fold = form.closest('details');
      if (fold) fold.open = true;
      if (kept.length > 0) setStatus('back');
    };
    const onSubmit = (event: SubmitEvent) => {
      if (navigator.onLine) return;
      event.preventDefault();
      event.stopPropagation();
      setStatus('offline');
    };
    takeUp();
    form.addEventListener('input', keep);
    form.addEventListener('submit', onSubmit, { capture: true });
    return () => {
      form.removeEventListener('input', keep);
      form.removeEventListener('submit', onSubmit, { capture: true });
    };
  }, [formOf, key, isBack]);

  useEffect(() => {
    if (arrives) {
      wasArriving.current = true;
    } else if (wasArriving.current) {
      wasArriving.current = false;
      forgetWords(localStorage, key);
      setStatus(null);
    }
  }, [arrives, key]);

  useEffect(
    () => () => {
      if (wasArriving.current && !isAtTheDoor()) forgetWords(localStorage, key);
    },
    [key],
  );

  return (
    <span ref={marker} role="status" className="text-sm text-soft">
      {status === null ? '' : words[status]}
    </span>
  );
}
