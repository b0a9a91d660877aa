import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import { toldIn } from './inbox';

/**
 * Whoever came by a mail's link has read its notice. Nothing waits for it and nothing depends on it: without script, or
 * without a connection, the notice stays unread in the inbox.
 */
export function useMarkTold(): void {
  const [search] = useSearchParams();
  const told = toldIn(search);
  useEffect(() => {
    if (told === null) return;
    const body = new URLSearchParams({ quietly: 'yes' });
    fetch(`/inbox/${told}/reading`, { method: 'POST', body })
      .then((answer) => answer.text())
      .catch(() => undefined);
  }, [told]);
}
