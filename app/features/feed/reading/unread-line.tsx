import { useEffect } from 'react';
import { Form, useFetcher } from 'react-router';
import type { Unread } from './feed-view';

const readingsPath = '/feed/readings';
/** How long a page lies open before it counts as seen. */
const seenAfter = 3000;

/** How much is new, and a button that says it has been read. */
export function UnreadLine({ unread, through }: { unread: Unread; through: number }) {
  return (
    <Form
      method="post"
      action={readingsPath}
      className="mt-4 flex flex-wrap items-center gap-x-2 text-sm text-soft print:hidden"
    >
      <input type="hidden" name="through" value={through} />
      <span>
        {unread.count}
        {unread.isMore ? '+' : ''} new since {unread.sinceDay}
      </span>
      <span aria-hidden="true">·</span>
      <button className="min-h-9 underline hover:text-ink">Mark as read</button>
    </Form>
  );
}

/** Says that the feed was read once its page has been seen for a while; what is on the screen stays as it is. */
export function useSeenFeed(through: number | null): void {
  const { submit } = useFetcher();
  useEffect(() => {
    if (through === null) return;
    let timer: number | undefined;
    const look = () => {
      window.clearTimeout(timer);
      if (document.visibilityState !== 'visible') return;
      timer = window.setTimeout(() => {
        document.removeEventListener('visibilitychange', look);
        void submit({ through: String(through), quietly: 'yes' }, { method: 'post', action: readingsPath });
      }, seenAfter);
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => {
      window.clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [submit, through]);
}

/** A quiet reading changes nothing that is shown. */
export function isQuietReading(formAction: string | undefined, formData: FormData | undefined): boolean {
  return formAction === readingsPath && formData?.get('quietly') === 'yes';
}
