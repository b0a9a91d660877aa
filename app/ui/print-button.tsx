import { useEffect, useState } from 'react';
import { Button } from './button';

/** Printing needs script; without it the browser's own menu does the same, so nothing is shown. */
export function PrintButton({ children }: { children: string }) {
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  if (!ready) return null;
  return <Button type="button" tone="primary" onClick={() => window.print()}>{children}</Button>;
}
