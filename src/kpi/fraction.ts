/** An exact number: `over / under`, `under` above 0. Figures are compared and subtracted as fractions and divided once, at the end. */
export interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

export function fraction(over: bigint | number, under: bigint | number = 1n): Fraction {
  const [a, b] = [BigInt(over), BigInt(under)];
  return b < 0n ? {over: -a, under: -b} : {over: a, under: b};
}

/** `units / 10 ** scale`, as decimal columns keep money. */
export function decimal(units: bigint | number, scale: number): Fraction {
  return fraction(units, 10n ** BigInt(scale));
}

/** Undefined where there is nothing to divide by. */
export function divide(a: Fraction, b: Fraction): Fraction | undefined {
  return b.over === 0n ? undefined : fraction(a.over * b.under, a.under * b.over);
}

export function subtract(a: Fraction, b: Fraction): Fraction {
  return a.under === b.under
    ? {over: a.over - b.over, under: a.under}
    : {over: a.over * b.under - b.over * a.under, under: a.under * b.under};
}

/** Negative when a is the smaller, positive when it is the larger, 0 for a true tie. */
export function compareFractions(a: Fraction, b: Fraction): number {
  const difference = a.over * b.under - b.over * a.under;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The nearest double; never −0. */
export function toNumber({over, under}: Fraction): number {
  if (over === 0n) return 0;
  const common = divisor(over < 0n ? -over : over, under);
  const [a, b] = [over / common, under / common];
  // Both exact as doubles: one correctly rounded division. Otherwise 64 bits of the quotient, rounded once.
  if (isSafe(a) && isSafe(b)) return Number(a) / Number(b);
  const size = a < 0n ? -a : a;
  const shift = Math.max(0, 64 - (bits(size) - bits(b)));
  const quotient = Number((size << BigInt(shift)) / b) / 2 ** shift;
  return a < 0n ? -quotient : quotient;
}

function isSafe(value: bigint): boolean {
  return value <= 9007199254740991n && value >= -9007199254740991n;
}

function bits(value: bigint): number {
  return value.toString(2).length;
}

function divisor(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}
