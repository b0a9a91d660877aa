import { count, eq, isNotNull } from 'drizzle-orm';
import { afterEach, describe, expect, it } from 'vitest';
import * as schema from '#db/schema';
import { seedDemoNetwork } from '#db/seed/demo-network';
import { tellEvents } from '~/features/notifications/telling/tell-events.server';
import { seedDemoCoaching } from '../../app/server/demo-coaching';
import { openTestDatabase } from '../support/test-database';
import type { TestDatabase } from '../support/test-database';

const sunday = Date.parse('2026-11-22T15:00:00Z');
const dayMs = 86_400_000;

let test: TestDatabase;
afterEach(() => test.remove());

describe('the demo’s coaching', () => {
  it.each([0, 1, 2, 3, 4, 5, 6])('is played through the real commands, %i days later too', async (later) => {
    const now = sunday + later * dayMs;
    test = openTestDatabase();
    await seedDemoNetwork(test.database, { now });
    await seedDemoCoaching(test.database, { now });
    const db = test.database.reader;
    const reviews = await db.select({ stage: schema.review.stage }).from(schema.review);
    expect(reviews.map(({ stage }) => stage).toSorted()).toEqual(['done', 'done', 'requested', 'returned']);
    const handed = await db
      .select({ n: count() })
      .from(schema.reviewComment)
      .where(isNotNull(schema.reviewComment.handedAt));
    expect(handed[0]?.n).toBe(6);
    const moved = await db.select({ note: schema.coachHandover.note }).from(schema.coachHandover);
    expect(moved).toHaveLength(1);
    const late = await db.select({ at: schema.activityEvent.happenedAt }).from(schema.activityEvent);
    expect(Math.max(...late.map(({ at }) => at))).toBeLessThanOrEqual(now);
    await tellEvents(test.database, { now });
    const returned = await db
      .select({ urgency: schema.notification.urgency })
      .from(schema.notification)
      .innerJoin(schema.activityEvent, eq(schema.activityEvent.id, schema.notification.eventId))
      .where(eq(schema.activityEvent.kind, 'review_returned'));
    expect(returned).toEqual([{ urgency: 'immediate' }]);
  });
});
