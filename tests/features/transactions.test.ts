import { count, eq, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lea, school } from '#db/schema';
import { openTestDatabase } from '../support/test-database';
import type { TestDatabase } from '../support/test-database';

let test: TestDatabase;
beforeEach(() => {
  test = openTestDatabase();
});
afterEach(() => test.remove());

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('inTransaction on a file database', () => {
  it('concurrent writers take turns, and a reader never sees half a change', async () => {
    const { database } = test;
    const writers = 40;
    let done = false;
    const seen = new Set<number>();
    const reading = (async () => {
      while (!done) {
        const rows = await database.reader
          .select({
            leas: sql<number>`(select count(*) from lea)`,
            schools: sql<number>`(select count(*) from school)`,
          })
          .from(sql`(select 1)`);
        const { leas = 0, schools = 0 } = rows[0] ?? {};
        expect(schools).toBe(leas * 2);
        seen.add(leas);
        await pause(1);
      }
    })();
    await Promise.all(
      Array.from({ length: writers }, (_, index) =>
        database.inTransaction(async (tx) => {
          const before = (await tx.select({ n: count() }).from(lea))[0]?.n ?? 0;
          const leaId = uuidv7();
          await tx.insert(lea).values({ id: leaId, name: `LEA ${index}` });
          await pause(1);
          await tx.insert(school).values({ id: uuidv7(), leaId, name: 'One' });
          await pause(index % 3);
          await tx.insert(school).values({ id: uuidv7(), leaId, name: 'Two' });
          const after = (await tx.select({ n: count() }).from(lea))[0]?.n ?? 0;
          expect(after).toBe(before + 1);
        }),
      ),
    );
    done = true;
    await reading;
    expect((await database.reader.select({ n: count() }).from(lea))[0]?.n).toBe(writers);
    expect(seen.size).toBeGreaterThan(3);
  });

  it('keeps nothing of a transaction that throws, and goes on with the next', async () => {
    const { database } = test;
    const failing = database.inTransaction(async (tx) => {
      await tx.insert(lea).values({ id: uuidv7(), name: 'Gone' });
      await pause(2);
      throw new Error('no');
    });
    const next = database.inTransaction((tx) => tx.insert(lea).values({ id: uuidv7(), name: 'Kept' }));
    await expect(failing).rejects.toThrow('no');
    await next;
    expect((await database.reader.select({ name: lea.name }).from(lea)).map(({ name }) => name)).toEqual([
      'Kept',
    ]);
  });

  it('a call inside another joins it', async () => {
    const { database } = test;
    await expect(
      database.inTransaction(async (tx) => {
        await tx.insert(lea).values({ id: uuidv7(), name: 'Outer' });
        await database.inTransaction((inner) => inner.insert(lea).values({ id: uuidv7(), name: 'Inner' }));
        throw new Error('both go');
      }),
    ).rejects.toThrow('both go');
    expect(await database.reader.select().from(lea)).toEqual([]);
  });

  it('the reader cannot write', async () => {
    await expect(async () => {
      await test.database.reader.insert(lea).values({ id: uuidv7(), name: 'No' });
    }).rejects.toThrow();
  });

  it('a foreign key holds', async () => {
    await expect(
      test.database.inTransaction((tx) =>
        tx.insert(school).values({ id: uuidv7(), leaId: 'nowhere', name: 'X' }),
      ),
    ).rejects.toThrow();
    expect(await test.database.reader.select().from(school).where(eq(school.leaId, 'nowhere'))).toEqual([]);
  });
});
