import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '~/platform/database.server';
import type { Database } from '~/platform/database.server';

export const migrationsFolder = join(process.cwd(), 'db', 'migrations');

export type TestDatabase = { database: Database; folder: string; path: string; remove: () => void };

/** A migrated SQLite file of its own, in a folder that `remove` takes away. */
export function openTestDatabase(): TestDatabase {
  const folder = mkdtempSync(join(tmpdir(), 'boldline-'));
  const path = join(folder, 'boldline.db');
  const database = openDatabase(path, migrationsFolder);
  return {
    database,
    folder,
    path,
    remove() {
      database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
