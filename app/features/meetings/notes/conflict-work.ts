import * as Y from 'yjs';

/** Placing the words of an update would take more steps than it may. */
export class TooMuchWork extends Error {}

const isSame = (one: Y.ID | null, other: Y.ID | null) => Y.compareIDs(one, other);

/** What stands before an item when it is placed; a part that is known already is left out first. */
function placeOf(
  item: Y.Item,
  store: Y.Doc['store'],
  offset: number,
): { left: Y.Item | null; origin: Y.ID | null } {
  if (offset === 0) return { left: item.left, origin: item.origin };
  const last = Y.getItem(store, Y.createID(item.id.client, item.id.clock + offset - 1));
  return last instanceof Y.Item ? { left: last, origin: last.lastId } : { left: null, origin: null };
}

/** How many items Yjs looks at to place one, counted as `Item.integrate` walks (yjs 13.6); at most one more than `most`. */
function stepsToPlace(item: Y.Item, store: Y.Doc['store'], offset: number, most: number): number {
  const { parent, right, rightOrigin } = item;
  if (!(parent instanceof Y.AbstractType)) return 0;
  const { left, origin } = placeOf(item, store, offset);
  const passed = new Set<unknown>();
  let steps = 0;
  for (
    let other = left ? left.right : parent._start;
    other !== null && other !== right;
    other = other.right
  ) {
    steps += 1;
    if (steps > most) return steps;
    passed.add(other);
    if (isSame(origin, other.origin)) {
      if (other.id.client >= item.id.client && isSame(rightOrigin, other.rightOrigin)) return steps;
    } else if (other.origin === null || !passed.has(Y.getItem(store, other.origin))) return steps;
  }
  return steps;
}

let stepsLeft: number | null = null;

// Yjs places concurrent items by a walk over all of them, which is quadratic where many stand at one place, and has no bound or hook
// of its own.
const integrate = Object.getOwnPropertyDescriptor(Y.Item.prototype, 'integrate')
  ?.value as Y.Item['integrate'];
Y.Item.prototype.integrate = function (transaction, offset) {
  if (stepsLeft !== null) {
    stepsLeft -= stepsToPlace(this, transaction.doc.store, offset, stepsLeft);
    if (stepsLeft < 0) throw new TooMuchWork();
  }
  integrate.call(this, transaction, offset);
};

/**
 * Runs something that applies updates, which may look at `most` items to place theirs.
 * @throws TooMuchWork beyond it; the documents of that run are then of no use
 */
export function withinSteps<T>(most: number, work: () => T): T {
  stepsLeft = most;
  try {
    return work();
  } finally {
    stepsLeft = null;
  }
}
