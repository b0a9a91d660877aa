import { inArray, or, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { school } from '#db/schema';
import type { Actor } from '~/features/people/actor';

export function sponsors(actor: Actor): boolean {
  return actor.sponsoredSchoolIds.length + actor.sponsoredLeaIds.length > 0;
}

/** The schools an actor sponsors, themselves or through their LEA; for a query that has joined `school`. */
export function sponsoredSchool({ sponsoredSchoolIds: schools, sponsoredLeaIds: leas }: Actor): SQL {
  return (
    or(
      schools.length > 0 ? inArray(school.id, schools) : undefined,
      leas.length > 0 ? inArray(school.leaId, leas) : undefined,
    ) ?? sql`1 = 0`
  );
}
