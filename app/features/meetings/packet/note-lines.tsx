/** Lines to write on, by hand; nothing for those who listen to the page. */
export function NoteLines({ count }: { count: number }) {
  return (
    <div aria-hidden="true">
      {Array.from({ length: count }, (_, line) => (
        <div key={line} className="h-9 border-b border-line print:h-[9mm]" />
      ))}
    </div>
  );
}
