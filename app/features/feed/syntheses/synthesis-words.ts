import { counted } from '~/lib/number-format';

export const synthesisAudiences = ['cohort', 'network'] as const;
export type SynthesisAudience = (typeof synthesisAudiences)[number];

export function audiencePhrase(audience: SynthesisAudience, cohortName: string): string {
  return audience === 'network' ? 'the whole network' : cohortName;
}

/** What stands in the place of evidence that its reader may not see; one sentence a kind. */
export function unseenWords({
  unseenPosts,
  unseenCycles,
}: {
  unseenPosts: number;
  unseenCycles: number;
}): string[] {
  const posts =
    unseenPosts === 1
      ? 'One piece of evidence is not shared with you.'
      : `${unseenPosts} pieces of evidence are not shared with you.`;
  const cycles =
    unseenCycles === 1
      ? 'A cycle that its team has not shared.'
      : `${unseenCycles} cycles that their teams have not shared.`;
  return [...(unseenPosts > 0 ? [posts] : []), ...(unseenCycles > 0 ? [cycles] : [])];
}

/** `3 claims`; `no claim yet`. */
export function claimCount(claims: number): string {
  return claims === 0 ? 'no claim yet' : counted(claims, 'claim');
}

/** The claim in an option of a select: `Claim 2: Frames help most when …`. */
export function claimOption(index: number, claim: string): string {
  const most = 60;
  const text = claim.trim();
  const short = text.length > most ? `${[...text].slice(0, most - 1).join('')}…` : text;
  return short === '' ? `Claim ${index + 1}` : `Claim ${index + 1}: ${short}`;
}
