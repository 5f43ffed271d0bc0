/** An exact number: `over / under`, `under` above 0. Figures are compared and subtracted as fractions and divided once, at the end. */
export interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

export function fraction(over: bigint | number, under: bigint | number = 1n): Fraction {
  return {over: BigInt(over), under: BigInt(under)};
}

/** A number as its decimals say it, not as binary rounds it: 0.1 is 1 / 10. */
export function ofNumber(value: number): Fraction {
  if (Number.isSafeInteger(value)) return fraction(value);
  const [, whole = '', digits = '', exponent = '0'] = /^(-?\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value)) ?? [];
  const scale = digits.length - Number(exponent);
  const units = BigInt(whole + digits);
  return scale < 0 ? fraction(units * 10n ** BigInt(-scale)) : decimal(units, scale);
}

/** `units / 10 ** scale`, as decimal columns keep money. */
export function decimal(units: bigint | number, scale: number): Fraction {
  return fraction(units, 10n ** BigInt(scale));
}

export function times(a: Fraction, b: Fraction): Fraction {
  return {over: a.over * b.over, under: a.under * b.under};
}

/** Undefined where there is nothing to divide by. */
export function divide(a: Fraction, b: Fraction): Fraction | undefined {
  if (b.over === 0n) return undefined;
  const sign = b.over < 0n ? -1n : 1n;
  return {over: sign * a.over * b.under, under: sign * a.under * b.over};
}

export function plus(a: Fraction, b: Fraction): Fraction {
  return a.under === b.under
    ? {over: a.over + b.over, under: a.under}
    : {over: a.over * b.under + b.over * a.under, under: a.under * b.under};
}

export function subtract(a: Fraction, b: Fraction): Fraction {
  return plus(a, {over: -b.over, under: b.under});
}

/** Negative when a is the smaller, positive when it is the larger, 0 for a true tie. */
export function compareFractions(a: Fraction, b: Fraction): number {
  const [one, other] = a.under === b.under ? [a.over, b.over] : [a.over * b.under, b.over * a.under];
  return one < other ? -1 : Number(one > other);
}

const LARGEST = 10n ** 300n;

/** The nearest double, as long as the reduced parts are safe integers; never −0. */
export function toNumber({over, under}: Fraction): number {
  let [a, b] = [over, under];
  // Doubles that are exact need no reducing.
  if (Number.isSafeInteger(Number(over)) && Number.isSafeInteger(Number(under))) return Number(over) / Number(under);
  while (b !== 0n) [a, b] = [b, a % b];
  // The divisor takes the sign of its last remainder; `under` keeps its own.
  const common = a < 0n ? -a : a;
  // A double holds no more digits than this, and does not know larger numbers.
  const beyond = under / common > LARGEST ? 10n ** BigInt(String(under / common).length - 300) : 1n;
  return Number(over / common / beyond) / Number(under / common / beyond);
}
