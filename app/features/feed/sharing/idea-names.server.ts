import { desc } from 'drizzle-orm';
import { changeIdea } from '#db/schema';
import type { Connection } from '~/platform/database.server';

/** Names of the catalogue's ideas, those changed last first, to choose from while typing. */
export async function listIdeaNames(db: Connection): Promise<string[]> {
  const rows = await db
    .select({ name: changeIdea.name })
    .from(changeIdea)
    .orderBy(desc(changeIdea.changedAt))
    .limit(300);
  return rows.map(({ name }) => name);
}
