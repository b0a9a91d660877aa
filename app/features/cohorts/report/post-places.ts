/** Where a form that came back, or was kept, has put its posts, by their ids; null where it says nothing of posts. */
export function typedPlaces(fields: unknown): Map<string, string> | null {
  if (!Array.isArray(fields)) return null;
  const typed = new Map<string, string>();
  for (const row of fields as unknown[]) {
    if (typeof row !== 'object' || row === null || !('id' in row) || typeof row.id !== 'string') continue;
    typed.set(row.id, 'place' in row && typeof row.place === 'string' ? row.place : '');
  }
  return typed;
}

export function savedPlaces(postIds: readonly string[]): Map<string, string> {
  return new Map(postIds.map((id, index) => [id, String(index + 1)]));
}

/** `1st`, `2nd`, `3rd`, `4th` … */
export function placeWords(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${index + 1}${['st', 'nd', 'rd'][index] ?? 'th'}`);
}
