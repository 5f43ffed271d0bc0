/** Where buckets stand side by side: shares of the width in percent, and of the height from the top, so that nothing needs measuring. */
export interface Place {
  readonly count: number;
  /** What a mark may take; a few buckets do not make it grow without end. */
  readonly size: number;
  /** The middle of a bucket, moved by a part of `size` in reading direction. */
  readonly x: (index: number, shift?: number) => number;
  readonly y: (value: number) => number;
}

export function place(count: number, y: (value: number) => number, isRtl: boolean): Place {
  const size = 100 / Math.max(count, 6);
  const x = (index: number, shift = 0) => ((index + 0.5) * 100) / count + shift * size;
  return {count, size, x: (index, shift) => (isRtl ? 100 - x(index, shift) : x(index, shift)), y};
}
