import { memo, Suspense } from 'react';
import { lateView } from '~/ui/late-view';
import type { SheetProps } from './last-time-view';

const sheet = lateView(() => import('./last-time-view').then(({ LastTimeSheet }) => LastTimeSheet));

/** Awaited on the server before a page with a `LateLastTime` is drawn. */
export const lastTimeArrives = sheet.arrive;

/** `LastTimeSheet`, which comes with the one item that shows it. */
export const LateLastTime = memo(function LateLastTime(props: SheetProps) {
  return (
    <Suspense fallback={<p className="text-soft">What was taken on before is coming…</p>}>
      <sheet.View {...props} />
    </Suspense>
  );
});
