import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database as SqliteFile } from 'better-sqlite3';

type Journal = { entries: { tag: string; when: number }[] };

/**
 * Brings a SQLite file to the newest schema, forward only, each migration in one transaction.
 * Keeps its own `migration` table: the name of each file and the hash of its text as it ran.
 * Foreign keys rest meanwhile, since SQLite changes a table by making it anew, and are checked before each is kept.
 * Throws when a migration that already ran has since been changed, or leaves a row that points nowhere.
 */
export function migrate(file: SqliteFile, folder: string): string[] {
  file.exec(
    'create table if not exists migration (name text primary key, hash text not null, ran_at integer not null)',
  );
  const ran = new Map(
    file
      .prepare<[], { name: string; hash: string }>('select name, hash from migration')
      .all()
      .map((row) => [row.name, row.hash]),
  );
  const journal: Journal = JSON.parse(readFileSync(join(folder, 'meta', '_journal.json'), 'utf8')) as Journal;
  const applied: string[] = [];
  for (const { tag } of journal.entries) {
    const text = readFileSync(join(folder, `${tag}.sql`), 'utf8');
    const hash = createHash('sha256').update(text).digest('hex');
    const known = ran.get(tag);
    if (known === hash) continue;
    if (known !== undefined) throw new Error(`Migration ${tag} was changed after it ran`);
    file.pragma('foreign_keys = OFF');
    file.transaction(() => {
      for (const statement of text.split('--> statement-breakpoint')) file.exec(statement);
      const broken = file.pragma('foreign_key_check');
      if (Array.isArray(broken) && broken.length > 0) throw new Error(`Migration ${tag} breaks references`);
      file
        .prepare('insert into migration (name, hash, ran_at) values (?, ?, unixepoch() * 1000)')
        .run(tag, hash);
    })();
    file.pragma('foreign_keys = ON');
    applied.push(tag);
  }
  return applied;
}
