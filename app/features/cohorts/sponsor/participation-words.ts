/** When a team was last at work, by weeks: `this week`, `last week`, `3 weeks ago`. */
export function lastActiveWords(weeksSince: number | null): string {
  if (weeksSince === null) return 'nothing noted yet';
  if (weeksSince <= 0) return 'this week';
  if (weeksSince === 1) return 'last week';
  return weeksSince > 52 ? 'over a year ago' : `${weeksSince} weeks ago`;
}

export function atWorkWords(openCycles: number): string {
  if (openCycles === 0) return 'no cycle now';
  return openCycles === 1 ? 'one cycle' : `${openCycles} cycles`;
}

/** `5 begun, 4 completed`; `none yet`. */
export function cyclesWords({ begun, completed }: { begun: number; completed: number }): string {
  return begun + completed === 0 ? 'none yet' : `${begun} begun, ${completed} completed`;
}

export type SponsorAsked = { search: string; page: number; postPage: number };

const pageIn = (asked: URLSearchParams, name: string) =>
  Math.max(1, Math.min(10_000, Number.parseInt(asked.get(name) ?? '1', 10) || 1));

/** What of a sponsor's view an address asks for. */
export function sponsorAsked(asked: URLSearchParams): SponsorAsked {
  const search = (asked.get('search') ?? '').trim().slice(0, 80);
  return { search, page: pageIn(asked, 'page'), postPage: pageIn(asked, 'posts') };
}

/** The address of This week with these pages of a sponsor's view. */
export function sponsorPath(
  { search, page, postPage }: SponsorAsked,
  part: 'participation' | 'school-posts',
) {
  const query = new URLSearchParams();
  if (search !== '') query.set('search', search);
  if (page > 1) query.set('page', String(page));
  if (postPage > 1) query.set('posts', String(postPage));
  return `/${query.size === 0 ? '' : `?${query.toString()}`}#${part}`;
}
