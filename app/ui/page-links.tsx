import { ButtonLink } from './button';

type Props = {
  page: number;
  pages: number;
  pathOf: (page: number) => string;
  /** What stands on the links; a list by date says "Newer" and "Older". */
  words?: readonly [string, string];
};

/** Links to the page before and the one after; nothing where there is one page. */
export function PageLinks({ page, pages, pathOf, words: [before, after] = ['Earlier', 'Later'] }: Props) {
  if (pages < 2) return null;
  return (
    <nav aria-label="Pages" className="mt-4 flex items-center justify-between print:hidden">
      {page > 1 ? <ButtonLink to={pathOf(page - 1)}>{before}</ButtonLink> : <span />}
      <span className="text-sm text-soft">
        Page {page} of {pages}
      </span>
      {page < pages ? <ButtonLink to={pathOf(page + 1)}>{after}</ButtonLink> : <span />}
    </nav>
  );
}
