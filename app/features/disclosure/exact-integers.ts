/** Whole-number arithmetic without rounding, on whichever kind of number holds it. */
export type Integers<T> = {
  zero: T;
  of(value: number): T;
  isZero(a: T): boolean;
  equal(a: T, b: T): boolean;
  plus(a: T, b: T): T;
  /** a·b − c·d */
  crossed(a: T, b: T, c: T, d: T): T;
  times(a: T, b: T): T;
  /** a / b where b divides a. */
  over(a: T, b: T): T;
  /** Never negative; 0 only of 0 and 0. */
  commonDivisor(a: T, b: T): T;
  isNegative(a: T): boolean;
  /** The quotient for comparing with small whole numbers. */
  ratio(a: T, b: T): number;
};

class TooLarge extends Error {}

function exact(value: number): number {
  if (!Number.isSafeInteger(value)) throw new TooLarge();
  return value;
}

const small: Integers<number> = {
  zero: 0,
  of: exact,
  isZero: (a) => a === 0,
  equal: (a, b) => a === b,
  plus: (a, b) => exact(a + b),
  crossed: (a, b, c, d) => exact(exact(a * b) - exact(c * d)),
  times: (a, b) => exact(a * b),
  over: (a, b) => a / b,
  commonDivisor: (a, b) => {
    let [x, y] = [Math.abs(a), Math.abs(b)];
    while (y !== 0) [x, y] = [y, x % y];
    return x;
  },
  isNegative: (a) => a < 0,
  ratio: (a, b) => a / b,
};

const large: Integers<bigint> = {
  zero: 0n,
  of: (value) => BigInt(value),
  isZero: (a) => a === 0n,
  equal: (a, b) => a === b,
  plus: (a, b) => a + b,
  crossed: (a, b, c, d) => a * b - c * d,
  times: (a, b) => a * b,
  over: (a, b) => a / b,
  commonDivisor: (a, b) => {
    let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
    while (y !== 0n) [x, y] = [y, x % y];
    return x;
  },
  isNegative: (a) => a < 0n,
  ratio: (a, b) => Number(a) / Number(b),
};

/** A computation written for any kind of whole number. */
export type Exactly<R> = { run<T>(integers: Integers<T>): R };

/** Runs on ordinary numbers, and again on big ones when a step would leave what those hold without rounding. */
export function exactly<R>(computation: Exactly<R>): R {
  try {
    return computation.run(small);
  } catch (problem) {
    if (problem instanceof TooLarge) return computation.run(large);
    throw problem;
  }
}
