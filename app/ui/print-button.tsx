import type { ComponentProps } from 'react';
import { Button } from './button';
import { useScriptReady } from './script-ready';

/** Printing needs script; without it the browser's own menu does the same, so nothing is shown. */
export function PrintButton({
  children,
  tone = 'primary',
}: {
  children: string;
  tone?: ComponentProps<typeof Button>['tone'];
}) {
  if (!useScriptReady()) return null;
  return (
    <Button type="button" tone={tone} onClick={() => window.print()}>
      {children}
    </Button>
  );
}
