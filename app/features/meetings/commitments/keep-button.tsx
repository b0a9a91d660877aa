import { useFetcher } from 'react-router';
import { Button } from '~/ui/button';

/** Where a form without script leads back to. */
export type KeepingFrom = 'commitment' | 'week' | 'team' | 'cycle' | 'coaching' | 'meeting' | 'commitments';

type Props = { id: string; what: string; isOpen: boolean; at: KeepingFrom };

/** One press says that a commitment was kept; another takes it back. */
export function KeepButton({ id, what, isOpen, at }: Props) {
  const fetcher = useFetcher();
  return (
    <fetcher.Form method="post" action={`/commitments/${id}/keeping`} className="print:hidden">
      <input type="hidden" name="at" value={at} />
      <Button
        name="wanted"
        value={isOpen ? 'kept' : 'open'}
        tone={isOpen ? 'secondary' : 'quiet'}
        aria-label={isOpen ? `Mark kept: ${what}` : `Open again: ${what}`}
        className="whitespace-nowrap"
        disabled={fetcher.state !== 'idle'}
      >
        {isOpen ? 'Mark kept' : 'Open again'}
      </Button>
    </fetcher.Form>
  );
}
