/** What is lopsided about a team's measures, in the words of `measureSetHints`; nothing when there is nothing to say. */
export function MeasureSetHints({ hints }: { hints: string[] }) {
  if (hints.length === 0) return null;
  return (
    <ul
      aria-label="About this set of measures"
      className="space-y-1.5 rounded-card border border-line bg-accent-wash px-4 py-3"
    >
      {hints.map((hint) => (
        <li key={hint}>{hint}</li>
      ))}
    </ul>
  );
}
