import { and, asc, eq } from 'drizzle-orm';
import { person, reaction } from '#db/schema';
import { reactionKinds } from '#db/vocabulary';
import type { Connection } from '~/platform/database.server';
import type { ReactionLine } from './reaction-lines';

const mostNames = 12;

/** Who reacted to a post, kind by kind, the first twelve by name. The post passed its scope before. */
export async function listReactions(db: Connection, postId: string): Promise<ReactionLine[]> {
  const lines: ReactionLine[] = [];
  for (const kind of reactionKinds) {
    const rows = await db
      .select({ name: person.name })
      .from(reaction)
      .innerJoin(person, eq(person.id, reaction.personId))
      .where(and(eq(reaction.postId, postId), eq(reaction.kind, kind)))
      .orderBy(asc(reaction.reactedAt), asc(reaction.personId))
      .limit(mostNames + 1);
    const names = rows.slice(0, mostNames).map(({ name }) => name);
    if (names.length > 0) lines.push({ kind, names, andOthers: rows.length > mostNames });
  }
  return lines;
}
