import { clsx } from 'clsx';
import type { ReactNode } from 'react';

export function Card({
  children,
  className,
  labelledBy,
}: {
  children: ReactNode;
  className?: string;
  labelledBy?: string;
}) {
  return (
    <section
      aria-labelledby={labelledBy}
      className={clsx(
        'rounded-card border border-line bg-surface p-5 shadow-[0_1px_2px_rgb(0_0_0/0.05)] sm:p-6 print:border-0 print:p-0 print:shadow-none',
        className,
      )}
    >
      {children}
    </section>
  );
}

/** What stands where a list is empty: one sentence, an example, one button. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="rounded-card border border-dashed border-strong p-5 sm:p-6">
      <p className="font-semibold">{title}</p>
      {children ? <div className="mt-1 max-w-[60ch] text-soft">{children}</div> : null}
      {action ? <div className="mt-4">{action}</div> : null}
    </div>
  );
}

/** A message about the whole page or form. */
export function Notice({
  tone = 'plain',
  children,
  role,
}: {
  tone?: 'plain' | 'attention';
  children: ReactNode;
  role?: 'alert' | 'status';
}) {
  return (
    <div
      role={role}
      className={clsx(
        'rounded-card border px-4 py-3',
        tone === 'attention' ? 'border-away bg-away-wash' : 'border-line bg-accent-wash',
      )}
    >
      {children}
    </div>
  );
}

export function Badge({
  children,
  tone = 'plain',
}: {
  children: ReactNode;
  tone?: 'plain' | 'accent' | 'toward' | 'away';
}) {
  const tones = {
    plain: 'bg-early-wash text-soft',
    accent: 'bg-accent-wash text-accent',
    toward: 'bg-toward-wash text-toward',
    away: 'bg-away-wash text-away',
  };
  return (
    <span className={clsx('inline-block rounded-full px-2.5 py-0.5 text-[13px] font-semibold', tones[tone])}>
      {children}
    </span>
  );
}
