/** Sums of integers, one a cell, exact at any size: doubles as long as they are exact, BigInt beyond. */
export class ExactSums {
  readonly #low: Float64Array;
  readonly #high = new Map<number, bigint>();

  constructor(cells: number) {
    this.#low = new Float64Array(cells);
  }

  /** Adds `units * weight` to a cell; both are safe integers. */
  add(cell: number, units: number, weight = 1): void {
    const product = units * weight;
    if (Math.abs(product) > Number.MAX_SAFE_INTEGER) {
      this.#spill(cell, BigInt(units) * BigInt(weight));
      return;
    }
    const sum = (this.#low[cell] ?? 0) + product;
    if (Math.abs(sum) <= Number.MAX_SAFE_INTEGER) {
      this.#low[cell] = sum;
    } else {
      this.#spill(cell, BigInt(product));
    }
  }

  at(cell: number): bigint {
    return BigInt(this.#low[cell] ?? 0) + (this.#high.get(cell) ?? 0n);
  }

  #spill(cell: number, units: bigint): void {
    this.#high.set(cell, (this.#high.get(cell) ?? 0n) + units);
  }
}
