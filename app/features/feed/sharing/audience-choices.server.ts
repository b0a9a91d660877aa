import { eq } from 'drizzle-orm';
import { lea, school } from '#db/schema';
import type { Connection } from '~/platform/database.server';
import { audienceWords } from '../post-words';
import type { AudienceChoice } from './share-fields';
import { newestCohortOf } from './share-subject-queries.server';
import type { ShareSubject } from './share-subject';

/** Whom a team can share with, from narrow to wide, each by its name. */
export async function listAudienceChoices(
  db: Connection,
  { id, schoolId, schoolName }: ShareSubject['team'],
): Promise<AudienceChoice[]> {
  const leas = await db
    .select({ name: lea.name })
    .from(school)
    .innerJoin(lea, eq(lea.id, school.leaId))
    .where(eq(school.id, schoolId));
  const cohort = await newestCohortOf(db, id);
  return [
    { value: 'team', label: audienceWords.team.name },
    { value: 'school', label: schoolName },
    { value: 'lea', label: leas[0]?.name ?? audienceWords.lea.name },
    ...(cohort === null ? [] : [{ value: 'cohort' as const, label: cohort.name }]),
    { value: 'network', label: audienceWords.network.name },
  ];
}
