import type { ReactNode } from 'react';

/** Why something is not shown, in one line beside a small sign. */
export function InfoLine({ children }: { children: ReactNode }) {
  return (
    <p className="flex items-start gap-2.5 text-sm text-soft">
      <svg
        width="20"
        height="20"
        viewBox="0 0 20 20"
        aria-hidden="true"
        className="mt-px shrink-0 stroke-soft"
        fill="none"
      >
        <circle cx="10" cy="10" r="8.25" strokeWidth="1.25" />
        <path d="M10 9v5M10 6.2v.2" strokeWidth="1.5" strokeLinecap="round" />
      </svg>
      <span>{children}</span>
    </p>
  );
}
