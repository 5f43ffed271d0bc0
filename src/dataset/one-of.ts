/** A choice that a page names. @throws RangeError `unknown ranking: best; known are competition, dense, ordinal` */
export function oneOf<T>(what: string, choice: T, known: readonly T[]): void {
  if (!known.includes(choice)) throw new RangeError(`unknown ${what}: ${String(choice)}; known are ${known.join(', ')}`);
}
