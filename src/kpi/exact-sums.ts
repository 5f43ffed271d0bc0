/** Sums of integers, one a cell, exact at any size: doubles as long as they are exact, BigInt beyond. */
export class ExactSums {
  /** What doubles hold exactly; the rest is beyond. */
  readonly low: Float64Array;
  readonly high = new Map<number, bigint>();

  constructor(cells: number) {
    this.low = new Float64Array(cells);
  }

  /** Adds `units * weight` to a cell; both are safe integers. */
  add(cell: number, units: number, weight = 1): void {
    const product = units * weight;
    const sum = this.low[cell] + product;
    if (Math.abs(product) <= Number.MAX_SAFE_INTEGER && Math.abs(sum) <= Number.MAX_SAFE_INTEGER) this.low[cell] = sum;
    else this.high.set(cell, (this.high.get(cell) ?? 0n) + BigInt(units) * BigInt(weight));
  }

  at(cell: number): bigint {
    const [low, high] = [BigInt(this.low[cell]), this.high.get(cell)];
    return high === undefined ? low : low + high;
  }
}
