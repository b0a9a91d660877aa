import { useSyncExternalStore } from 'react';
import { Button } from './button';

const never = () => () => undefined;

/** Printing needs script; without it the browser's own menu does the same, so nothing is shown. */
export function PrintButton({ children }: { children: string }) {
  const ready = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  if (!ready) return null;
  return (
    <Button type="button" tone="primary" onClick={() => window.print()}>
      {children}
    </Button>
  );
}
