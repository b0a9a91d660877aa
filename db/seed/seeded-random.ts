/** Numbers that look random and are the same for the same seed. */
export type SeededRandom = {
  /** From 0 up to but not 1. */
  next: () => number;
  /** A whole number from `from` to `to`, both inside. */
  between: (from: number, to: number) => number;
  pick: <T>(items: readonly T[]) => T;
  /** Mean 0, standard deviation 1. */
  normal: () => number;
  bytes: () => Uint8Array;
};

/** Source of the generator: mulberry32. */
export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    between,
    pick(items) {
      const item = items[between(0, items.length - 1)];
      if (item === undefined) throw new RangeError('There is nothing to pick from');
      return item;
    },
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    bytes: () => Uint8Array.from({ length: 16 }, () => between(0, 255)),
  };
}
