import { classSettings, decisions, postKinds } from '#db/vocabulary';
import type { ClassSetting, Decision, PostKind } from '#db/vocabulary';

/** What is asked of posts; null and empty ask nothing. */
export type FeedFilter = {
  kind: PostKind | null;
  groupId: string | null;
  /** A part of the grades or the subject. */
  grade: string;
  ideaId: string | null;
  /** A part of the driver that the change idea works on. */
  driver: string;
  leaId: string | null;
  cohortId: string | null;
  decision: Decision | null;
  setting: ClassSetting | null;
  shownImprovement: boolean;
};

/** The address of the feed: its filter, words looked for, and the page. */
export type FeedAddress = FeedFilter & {
  query: string;
  /** The cursor of the page before. */
  before: string | null;
  /** Until when the reader had read the feed when its first page was opened, UTC milliseconds. */
  since: number | null;
};

/** What may be chosen: all of it occurs in posts that the reader sees. */
export type FilterOptions = {
  groups: { id: string; name: string }[];
  ideas: { id: string; name: string }[];
  leas: { id: string; name: string }[];
  cohorts: { id: string; name: string }[];
  decisions: Decision[];
  settings: ClassSetting[];
  /** Some post shows an improvement. */
  improvement: boolean;
};

export const nothingAsked: FeedFilter = {
  kind: null,
  groupId: null,
  grade: '',
  ideaId: null,
  driver: '',
  leaId: null,
  cohortId: null,
  decision: null,
  setting: null,
  shownImprovement: false,
};

const longestText = 80;
const longestQuery = 300;

/** Reads the feed's address; what is unknown in it asks nothing. */
export function readAddress(search: URLSearchParams): FeedAddress {
  const text = (name: string, most = longestText) => (search.get(name) ?? '').trim().slice(0, most);
  const known = <T extends string>(name: string, words: readonly T[]): T | null =>
    words.find((word) => word === search.get(name)) ?? null;
  const since = Number(search.get('since') ?? NaN);
  return {
    kind: known('kind', postKinds),
    groupId: text('group') || null,
    grade: text('grade'),
    ideaId: text('idea') || null,
    driver: text('driver'),
    leaId: text('lea') || null,
    cohortId: text('cohort') || null,
    decision: known('decision', decisions),
    setting: known('setting', classSettings),
    shownImprovement: search.get('improved') === 'yes',
    query: text('q', longestQuery),
    before: search.get('before'),
    since: search.has('since') && Number.isSafeInteger(since) && since >= 0 ? since : null,
  };
}

/** The filter as an address holds it, without what asks nothing. */
export function filterFields(filter: FeedFilter): [string, string][] {
  const all: [string, string | null][] = [
    ['kind', filter.kind],
    ['group', filter.groupId],
    ['grade', filter.grade],
    ['idea', filter.ideaId],
    ['driver', filter.driver],
    ['lea', filter.leaId],
    ['cohort', filter.cohortId],
    ['decision', filter.decision],
    ['setting', filter.setting],
    ['improved', filter.shownImprovement ? 'yes' : null],
  ];
  return all.flatMap(([name, value]): [string, string][] => (value ? [[name, value]] : []));
}

/** The address of a page of the feed. */
export function feedPath(
  filter: FeedFilter,
  { query = '', before = null, since = null }: Partial<Omit<FeedAddress, keyof FeedFilter>> = {},
): string {
  const params = new URLSearchParams(filterFields(filter));
  if (query !== '') params.set('q', query);
  if (before !== null) params.set('before', before);
  if (since !== null) params.set('since', String(since));
  const text = params.toString();
  return text === '' ? '/feed' : `/feed?${text}`;
}

export function isUnfiltered(filter: FeedFilter): boolean {
  return filterFields(filter).length === 0;
}

/** The filter without what is not on offer to this reader. */
export function onOffer(filter: FeedFilter, options: FilterOptions): FeedFilter {
  const one = (id: string | null, known: { id: string }[]) =>
    id !== null && known.some((option) => option.id === id) ? id : null;
  return {
    ...filter,
    groupId: one(filter.groupId, options.groups),
    ideaId: one(filter.ideaId, options.ideas),
    leaId: one(filter.leaId, options.leas),
    cohortId: one(filter.cohortId, options.cohorts),
  };
}
