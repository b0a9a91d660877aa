import { and, eq, isNotNull } from 'drizzle-orm';
import { cycle, disclosureRelease, meeting, presentation } from '#db/schema';
import type { Signature } from '#db/vocabulary';
import type { Connection } from '~/platform/database.server';
import type { ShareSubject } from './share-subject';

/** Where cycles of a ramp, or charts of these measures, are shown to a meeting under their team's name. */
export async function listShownByName(
  db: Connection,
  { team, rampId }: Pick<ShareSubject, 'team' | 'rampId'>,
  measureIds: string[],
): Promise<{ title: string; signature: Signature }[]> {
  const rows = await db
    .select({ title: meeting.title, rampId: cycle.rampId, populations: disclosureRelease.populations })
    .from(presentation)
    .innerJoin(cycle, eq(cycle.id, presentation.cycleId))
    .innerJoin(meeting, eq(meeting.id, presentation.meetingId))
    .leftJoin(disclosureRelease, eq(disclosureRelease.presentationId, presentation.id))
    .where(and(eq(presentation.teamId, team.id), isNotNull(presentation.agreedAt)));
  return rows
    .filter((row) => {
      const charts = row.populations === null ? [] : (JSON.parse(row.populations) as string[]);
      return row.rampId === rampId || charts.some((id) => measureIds.includes(id));
    })
    .map(({ title }) => ({ title: `What you present at ${title}`, signature: 'by_name' }));
}
