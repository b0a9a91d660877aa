import { and, eq, isNotNull } from 'drizzle-orm';
import { presentation } from '#db/schema';
import type { Actor } from '~/features/people/actor';
import { readableTeam } from '~/features/people/team-scope.server';
import type { Connection } from '~/platform/database.server';

/**
 * Whether a cycle is shown to the meeting without its numbers, since their group is small, and the actor reads its team: their
 * own words, wherever they stand, could tell what is hidden. Whoever does not read the team knows no number to tell.
 */
export async function knowsHiddenNumbers(db: Connection, actor: Actor, meetingId: string): Promise<boolean> {
  const rows = await db
    .select({ shown: presentation.shown })
    .from(presentation)
    .where(
      and(
        eq(presentation.meetingId, meetingId),
        isNotNull(presentation.shown),
        readableTeam(actor, presentation.teamId),
      ),
    );
  return rows.some(({ shown }) => hidesNumbers(shown ?? ''));
}

function hidesNumbers(shown: string): boolean {
  const storyboard: unknown = JSON.parse(shown);
  if (typeof storyboard !== 'object' || storyboard === null || !('hiddenWhy' in storyboard)) return false;
  return storyboard.hiddenWhy !== '';
}
