import { count, isNotNull, isNull } from 'drizzle-orm';
import { afterEach, describe, expect, it } from 'vitest';
import * as schema from '#db/schema';
import { seedDemoNetwork } from '#db/seed/demo-network';
import { seedDemoCoaching } from '../../app/server/demo-coaching';
import { seedDemoFeed } from '../../app/server/demo-feed';
import { seedDemoMeetings } from '../../app/server/demo-meetings';
import { openTestDatabase } from '../support/test-database';
import type { TestDatabase } from '../support/test-database';

const sunday = Date.parse('2026-11-22T15:00:00Z');
const dayMs = 86_400_000;

let test: TestDatabase;
afterEach(() => test.remove());

describe('the demo’s meetings', () => {
  it.each([0, 1, 2, 3, 4, 5, 6])('are played through the real commands, %i days later too', async (later) => {
    const now = sunday + later * dayMs;
    test = openTestDatabase();
    await seedDemoNetwork(test.database, { now });
    await seedDemoFeed(test.database, { now });
    await seedDemoCoaching(test.database, { now });
    await seedDemoMeetings(test.database, { now });
    const db = test.database.reader;
    const meetings = await db.select().from(schema.meeting);
    expect(meetings.map(({ kind }) => kind).toSorted()).toEqual([
      ...['network_day', 'network_day', 'team_meeting'],
    ]);
    expect(meetings.filter(({ startsAt }) => startsAt > now)).toHaveLength(2);
    const agreed = await db
      .select({ n: count() })
      .from(schema.presentation)
      .where(isNotNull(schema.presentation.shown));
    expect(agreed[0]?.n).toBe(3);
    const open = await db
      .select({ n: count() })
      .from(schema.commitment)
      .where(isNull(schema.commitment.keptAt));
    expect(open[0]?.n).toBe(3);
    const minutes = await db.select({ edition: schema.meetingMinutes.edition }).from(schema.meetingMinutes);
    expect(minutes).toEqual([{ edition: 1 }]);
  });
});
