import { and, count, desc, eq, or, sql } from 'drizzle-orm';
import { changeIdea } from '#db/schema';
import type { IdeaStatus } from '#db/vocabulary';
import type { Connection } from '~/platform/database.server';
import type { ChangeIdea, IdeaInList } from './change-idea';
import { ideaNameKey } from './change-idea-rules';

const pageSize = 50;

export type IdeaFilter = { words: string; status: IdeaStatus | null; page: number };

function wantedBy({ words, status }: IdeaFilter) {
  const plain = words.replaceAll(/[%_\\]/g, '').trim();
  const like = `%${plain}%`;
  return and(
    plain === ''
      ? undefined
      : or(
          sql`${changeIdea.nameKey} like ${`%${ideaNameKey(plain)}%`}`,
          sql`${changeIdea.description} like ${like}`,
          sql`${changeIdea.driver} like ${like}`,
        ),
    status === null ? undefined : eq(changeIdea.status, status),
  );
}

/** The catalogue, which everybody of the network reads: fifty to a page, what changed last first. */
export async function listIdeas(
  db: Connection,
  filter: IdeaFilter,
): Promise<{ ideas: IdeaInList[]; total: number; pages: number }> {
  const wanted = wantedBy(filter);
  const counted = await db.select({ n: count() }).from(changeIdea).where(wanted);
  const total = counted[0]?.n ?? 0;
  const { id, name, description, driver, status } = changeIdea;
  const ideas = await db
    .select({ id, name, description, driver, status })
    .from(changeIdea)
    .where(wanted)
    .orderBy(desc(changeIdea.changedAt), desc(changeIdea.id))
    .limit(pageSize)
    .offset((filter.page - 1) * pageSize);
  return { ideas, total, pages: Math.max(1, Math.ceil(total / pageSize)) };
}

/** One idea; null when there is none. Who wrote it is not selected. */
export async function findIdea(db: Connection, ideaId: string): Promise<ChangeIdea | null> {
  const { id, name, description, why, warrant, driver, status, version } = changeIdea;
  const rows = await db
    .select({ id, name, description, why, warrant, driver, status, version })
    .from(changeIdea)
    .where(eq(changeIdea.id, ideaId));
  return rows[0] ?? null;
}
