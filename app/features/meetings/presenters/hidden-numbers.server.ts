import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import { presentation } from '#db/schema';
import type { Actor } from '~/features/people/actor';
import { readableTeam } from '~/features/people/team-scope.server';
import type { Connection } from '~/platform/database.server';

/**
 * Whether one of these cycles is shown to the meeting without its numbers, since their group is small, and the actor reads its
 * team: their own words could tell what is hidden. Whoever does not read the team knows no number to tell.
 */
export async function knowsHiddenNumbers(
  db: Connection,
  actor: Actor,
  { meetingId, cycleIds }: { meetingId: string; cycleIds: (string | null)[] },
): Promise<boolean> {
  const asked = cycleIds.filter((id) => id !== null);
  if (asked.length === 0) return false;
  const rows = await db
    .select({ shown: presentation.shown })
    .from(presentation)
    .where(
      and(
        eq(presentation.meetingId, meetingId),
        inArray(presentation.cycleId, asked),
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
