export function Logo() {
  return (
    <span className="inline-flex items-center gap-2 text-lg font-bold tracking-tight text-ink">
      <svg width="26" height="16" viewBox="0 0 26 16" aria-hidden="true" className="text-accent">
        <path d="M1 14 L8 9 L13 12 L19 4 L25 7" fill="none" stroke="currentColor" strokeWidth="3" />
        <circle cx="19" cy="4" r="3.2" fill="currentColor" />
      </svg>
      Boldline
    </span>
  );
}
