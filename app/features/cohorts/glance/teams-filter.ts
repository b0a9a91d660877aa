/** Which teams of a cohort a list is about, as its address says it. */
export type TeamsFilter = {
  /** Words in the name of team or school. */
  search: string;
  leaId: string | null;
  page: number;
};

export const everyTeam: TeamsFilter = { search: '', leaId: null, page: 1 };

const mostPages = 1000;

export function teamsFilterOf(search: URLSearchParams): TeamsFilter {
  const page = Number.parseInt(search.get('page') ?? '1', 10) || 1;
  return {
    search: (search.get('search') ?? '').trim().slice(0, 80),
    leaId: search.get('lea') || null,
    page: Math.max(1, Math.min(mostPages, page)),
  };
}

/** The filter as an address, with what else the list asks for; empty values and first pages are left out. */
export function listPath(
  path: string,
  { search, leaId, page }: TeamsFilter,
  asked: Record<string, string | null> = {},
): string {
  const all = { search, lea: leaId, ...asked, page: page > 1 ? String(page) : null };
  const kept = Object.entries(all).flatMap(([name, value]) => (value ? [[name, value]] : []));
  const params = new URLSearchParams(kept).toString();
  return params === '' ? path : `${path}?${params}`;
}

/** Rows on one page of a list. */
export const pageSize = 50;

export const pagesOf = (total: number) => Math.max(1, Math.ceil(total / pageSize));

/** How a page of a list is cut out of it; `null` is all of it, for files. */
export function cutOf(page: number | null): { limit: number; offset: number } {
  return page === null ? { limit: -1, offset: 0 } : { limit: pageSize, offset: (page - 1) * pageSize };
}
