import SqliteFile from 'better-sqlite3';

/** All rows of a database, sessions and `but` apart, as text: the same text means that nothing changed. */
export function everythingIn(path: string, but: readonly string[] = []): string {
  const file = new SqliteFile(path, { readonly: true });
  const tables = file
    .prepare<[], { name: string }>(
      "select name from sqlite_master where type = 'table' and name not in ('session', 'sqlite_sequence') order by name",
    )
    .all()
    .filter(({ name }) => !but.includes(name));
  const text = tables
    .map(({ name }) => JSON.stringify([name, file.prepare(`select * from "${name}" order by 1`).all()]))
    .join('\n');
  file.close();
  return text;
}
