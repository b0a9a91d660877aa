import type { ReactNode } from 'react';

type Props<T> = {
  items: readonly T[];
  most: number;
  keyOf: (item: T) => string;
  children: (item: T) => ReactNode;
};

/** The first of a list, with the rest folded in beneath. */
export function ShortList<T>({ items, most, keyOf, children }: Props<T>) {
  const list = (some: readonly T[]) => (
    <ul className="divide-y divide-line">
      {some.map((item) => (
        <li key={keyOf(item)} className="py-2.5">
          {children(item)}
        </li>
      ))}
    </ul>
  );
  const rest = items.slice(most);
  return (
    <>
      {list(items.slice(0, most))}
      {rest.length > 0 ? (
        <details suppressHydrationWarning className="border-t border-line">
          <summary className="min-h-11 cursor-pointer py-2.5 font-semibold">{rest.length} more</summary>
          {list(rest)}
        </details>
      ) : null}
    </>
  );
}
