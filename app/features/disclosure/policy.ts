/** How few students a number may be about. A network may raise the minimum of disclosure.md, never lower it. */
export type DisclosurePolicy = { minimum: number };

export const lowestMinimum = 10;

/** The minimum in force: whole students, 10 unless raised. Throws RangeError for anything that is no whole number. */
export function minimumOf(policy?: DisclosurePolicy): number {
  const minimum = policy?.minimum ?? lowestMinimum;
  if (!Number.isSafeInteger(minimum)) throw new RangeError('The minimum must be a whole number of students.');
  return Math.max(minimum, lowestMinimum);
}
