const windowMs = 60_000;
const mostInWindow = 600;
/** A long change counts for several: one for each started piece of so many bytes. */
const bytesOfOne = 16_000;
/** More people than write at once; the memory is emptied beyond it. */
const mostPeople = 10_000;

export type NotePace = {
  /** Whether a person may send a change of so many bytes now (UTC milliseconds); counted where they may. */
  allows: (personId: string, bytes: number, now: number) => boolean;
};

/**
 * How often one person may change notes: a page that is typed in sends three changes a second at most. Each process counts for
 * itself.
 */
export function keepPace(): NotePace {
  const counted = new Map<string, { since: number; changes: number }>();
  return {
    allows(personId, bytes, now) {
      const known = counted.get(personId);
      const current = known && now - known.since < windowMs ? known : { since: now, changes: 0 };
      const changes = current.changes + Math.max(1, Math.ceil(bytes / bytesOfOne));
      if (changes > mostInWindow) return false;
      if (counted.size >= mostPeople && !known) counted.clear();
      counted.set(personId, { since: current.since, changes });
      return true;
    },
  };
}

/** The pace of everybody whom this process serves. */
export const notePace = keepPace();
