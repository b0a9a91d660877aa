import { ButtonLink } from '~/ui/button';

type Props = { page: number; pages: number; pathOf: (page: number) => string };

/** Earlier and later pages; nothing where there is one. */
export function CaseloadPages({ page, pages, pathOf }: Props) {
  if (pages < 2) return null;
  return (
    <nav aria-label="Pages" className="mt-4 flex items-center justify-between">
      {page > 1 ? <ButtonLink to={pathOf(page - 1)}>Earlier</ButtonLink> : <span />}
      <span className="text-sm text-soft">
        Page {page} of {pages}
      </span>
      {page < pages ? <ButtonLink to={pathOf(page + 1)}>Later</ButtonLink> : <span />}
    </nav>
  );
}
