import { AsyncLocalStorage } from 'node:async_hooks';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import SqliteFile from 'better-sqlite3';
import type { Logger } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from '#db/migrate';
import * as schema from '#db/schema';

/** What a query needs: the reader, or the transaction a command runs in. Builders are awaited. */
export type Connection = ReturnType<typeof connect>;

export type Database = {
  /** Sees what is committed, and cannot write. */
  reader: Connection;
  /**
   * Runs `work` alone among writers; all of it is kept, or none when it throws.
   * A call inside another one joins it.
   */
  inTransaction: <T>(work: (tx: Connection) => Promise<T>) => Promise<T>;
  close: () => void;
};

function connect(file: SqliteFile.Database, logger: Logger | false) {
  return drizzle(file, { schema, logger });
}

/** Builds a query once for each connection; what changes from call to call is a placeholder in it. */
export function perConnection<T>(build: (db: Connection) => T): (db: Connection) => T {
  const built = new WeakMap<Connection, { query: T }>();
  return (db) => {
    const known = built.get(db) ?? { query: build(db) };
    built.set(db, known);
    return known.query;
  };
}

function openFile(path: string) {
  const file = new SqliteFile(path);
  file.pragma('journal_mode = WAL');
  file.pragma('synchronous = FULL');
  file.pragma('foreign_keys = ON');
  file.pragma('busy_timeout = 5000');
  file.pragma('cache_size = -16000');
  keepStatements(file);
  return file;
}

const mostStatements = 500;

/** SQLite parses each statement once: the query builder writes the same text for the same query every time. */
function keepStatements(file: SqliteFile.Database): void {
  const kept = new Map<string, SqliteFile.Statement>();
  const prepare = file.prepare.bind(file);
  const prepareOnce = (text: string) => {
    const known = kept.get(text);
    if (known) return known;
    if (kept.size >= mostStatements) kept.clear();
    const made = prepare(text);
    kept.set(text, made);
    return made;
  };
  Object.defineProperty(file, 'prepare', { value: prepareOnce });
}

/**
 * Opens (or makes) the network's SQLite file, migrates it, and gives a reader and one queue of writers.
 * @param path a file; its folder is made when missing
 * @param logger sees every statement, for the bench
 */
export function openDatabase(path: string, migrations: string, logger: Logger | false = false): Database {
  mkdirSync(dirname(path), { recursive: true });
  const writerFile = openFile(path);
  migrate(writerFile, migrations);
  const readerFile = openFile(path);
  readerFile.pragma('query_only = ON');
  const writer = connect(writerFile, logger);
  const running = new AsyncLocalStorage<Connection>();
  let queue: Promise<unknown> = Promise.resolve();

  async function runAlone<T>(work: (tx: Connection) => Promise<T>): Promise<T> {
    writerFile.exec('BEGIN IMMEDIATE');
    try {
      const result = await running.run(writer, () => work(writer));
      writerFile.exec('COMMIT');
      return result;
    } catch (error) {
      if (writerFile.inTransaction) writerFile.exec('ROLLBACK');
      throw error;
    }
  }

  return {
    reader: connect(readerFile, logger),
    inTransaction(work) {
      const outer = running.getStore();
      if (outer) return work(outer);
      const turn = queue.then(() => runAlone(work));
      queue = turn.catch(() => undefined);
      return turn;
    },
    close() {
      readerFile.close();
      writerFile.pragma('wal_checkpoint(TRUNCATE)');
      writerFile.close();
    },
  };
}
