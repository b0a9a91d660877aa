import { caseloadReasons } from '#db/vocabulary';
import type { CaseloadReason } from '#db/vocabulary';

/** `mine`: the teams somebody coaches; `all`: those of the cohorts they facilitate too. */
export const caseloadScopes = ['mine', 'all'] as const;
export type CaseloadScope = (typeof caseloadScopes)[number];

export const caseloadShapes = ['need', 'contact'] as const;
export type CaseloadShape = (typeof caseloadShapes)[number];

/** The address of the caseload is its whole state; null and empty ask nothing. */
export type CaseloadFilter = {
  scope: CaseloadScope;
  /** Who needs somebody, or when each team last heard from its coach. */
  shape: CaseloadShape;
  reason: CaseloadReason | null;
  schoolId: string | null;
  leaId: string | null;
  /** A part of the name of team, school or change idea. */
  search: string;
  page: number;
};

const longestSearch = 80;

/** Reads the address. Who coaches nobody sees all they read; who facilitates nothing sees what they coach. */
export function readCaseloadFilter(
  params: URLSearchParams,
  follows: { coaches: boolean; facilitates: boolean },
): CaseloadFilter {
  const usual: CaseloadScope = follows.coaches ? 'mine' : 'all';
  const asked = caseloadScopes.find((one) => one === params.get('scope')) ?? usual;
  return {
    scope: follows.coaches && follows.facilitates ? asked : usual,
    shape: params.get('view') === 'contact' ? 'contact' : 'need',
    reason: caseloadReasons.find((one) => one === params.get('reason')) ?? null,
    schoolId: params.get('school') || null,
    leaId: params.get('lea') || null,
    search: (params.get('search') ?? '').trim().slice(0, longestSearch),
    page: Math.max(1, Math.min(1000, Number.parseInt(params.get('page') ?? '1', 10) || 1)),
  };
}

/** The address of a filter. `usual` is the scope that goes without saying. */
export function caseloadPath(
  filter: CaseloadFilter,
  usual: CaseloadScope,
  part: Partial<CaseloadFilter> = {},
): string {
  const { scope, shape, reason, schoolId, leaId, search, page } = { ...filter, page: 1, ...part };
  const params = new URLSearchParams({
    ...(shape === 'contact' ? { view: 'contact' } : {}),
    ...(scope === usual ? {} : { scope }),
    ...(reason ? { reason } : {}),
    ...(leaId ? { lea: leaId } : {}),
    ...(schoolId ? { school: schoolId } : {}),
    ...(search ? { search } : {}),
    ...(page > 1 ? { page: String(page) } : {}),
  }).toString();
  return params === '' ? '/coaching' : `/coaching?${params}`;
}

export function asksNothing({ reason, schoolId, leaId, search }: CaseloadFilter): boolean {
  return reason === null && schoolId === null && leaId === null && search === '';
}

type Filtered = {
  teamName: string;
  schoolId: string;
  schoolName: string;
  leaId: string;
  changeIdeas: string[];
  reasons: { reason: CaseloadReason }[];
};

/** True where a team is one of those the filter asks for. */
export function letsThrough(filter: CaseloadFilter, team: Filtered): boolean {
  const { reason, schoolId, leaId, search } = filter;
  if (schoolId !== null && team.schoolId !== schoolId) return false;
  if (leaId !== null && team.leaId !== leaId) return false;
  if (reason !== null && !team.reasons.some((one) => one.reason === reason)) return false;
  if (search === '') return true;
  const wanted = search.toLowerCase();
  return [team.teamName, team.schoolName, ...team.changeIdeas].some((text) =>
    text.toLowerCase().includes(wanted),
  );
}
