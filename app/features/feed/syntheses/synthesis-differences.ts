import type { Synthesis } from './synthesis';
import { removed } from './synthesis-bounds';
import { audiencePhrase, claimOption } from './synthesis-words';

type Difference = { label: string; theirs: string; mine: string };
type Typed = Record<string, unknown>;

const text = (value: unknown) => (typeof value === 'string' ? value.trim() : '');
const rows = (value: unknown): Typed[] =>
  Array.isArray(value) ? value.filter((one): one is Typed => typeof one === 'object' && one !== null) : [];

function placeWords(place: string, claims: { id: string; claim: string }[]): string {
  if (place === removed) return 'Removed from the synthesis';
  const index = claims.findIndex((one) => one.id === place);
  return index < 0 ? 'Not placed yet' : claimOption(index, claims[index]?.claim ?? '');
}

/** Where a typed synthesis differs from the one that was saved meanwhile, in words for both. */
export function synthesisDifferences(
  synthesis: Synthesis,
  evidence: { id: string; claimId: string | null; name: string }[],
  typed: Typed,
): Difference[] {
  const mine = rows(typed.claims).map((row) => ({
    ...{ id: text(row.id), claim: text(row.claim), body: text(row.body) },
  }));
  const audience = (value: string) =>
    value === 'cohort' || value === 'network' ? audiencePhrase(value, synthesis.cohortName) : '';
  const claims = Array.from({ length: Math.max(mine.length, synthesis.claims.length) }, (_, index) => {
    const words = (one: { claim: string; body: string } | undefined) =>
      one ? [one.claim, one.body].filter(Boolean).join('\n') : '';
    return { label: `Claim ${index + 1}`, theirs: words(synthesis.claims[index]), mine: words(mine[index]) };
  });
  const places = rows(typed.evidence).flatMap((row) => {
    const known = evidence.find((one) => one.id === text(row.id));
    if (!known) return [];
    const theirs = placeWords(known.claimId ?? '', synthesis.claims);
    return [{ label: known.name, theirs, mine: placeWords(text(row.place), mine) }];
  });
  return [
    { label: 'Title', theirs: synthesis.title, mine: text(typed.title) },
    { label: 'Introduction', theirs: synthesis.introduction, mine: text(typed.introduction) },
    { label: 'Who may read it', theirs: audience(synthesis.audience), mine: audience(text(typed.audience)) },
    ...claims,
    ...places,
  ].filter((row) => row.theirs.trim() !== row.mine.trim());
}
