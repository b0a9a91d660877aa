import { perConnection } from '~/platform/database.server';
import type { Connection } from '~/platform/database.server';

const mostAudiences = 300;

/**
 * Builds a query once for each connection and each set of audiences (`audienceIdsOf`); what changes from call to call is a
 * placeholder in it. `build` may look at nothing of the reader but these.
 */
export function perAudiences<T>(
  build: (db: Connection, audienceIds: string[]) => T,
): (db: Connection, audienceIds: string[]) => T {
  const builtFor = perConnection(() => new Map<string, { query: T }>());
  return (db, audienceIds) => {
    const built = builtFor(db);
    const key = audienceIds.join('|');
    const known = built.get(key) ?? { query: build(db, audienceIds) };
    if (built.size >= mostAudiences) built.clear();
    built.set(key, known);
    return known.query;
  };
}
