export type ImportProgress = { done: number; total: number };

type Running = ImportProgress & { teamId: string };

const running = new Map<string, Running>();

/** How far a running import of this team is, in steps; null when none runs under this id. */
export function progressOf(importId: string, teamId: string): ImportProgress | null {
  const found = running.get(importId);
  return found?.teamId === teamId ? { done: found.done, total: found.total } : null;
}

export function noteProgress(importId: string, progress: Running): void {
  running.set(importId, progress);
}

export function endProgress(importId: string): void {
  running.delete(importId);
}

/** Lets everything else that waits have its turn. */
export const giveWay = () => new Promise<void>((resolve) => setImmediate(resolve));
