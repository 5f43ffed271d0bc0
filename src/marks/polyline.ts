/** A path through points; where a value is missing the line breaks. A point alone is a stroke of no length: with round ends, a dot. */
export function polyline(values: readonly (number | null)[], x: (index: number) => number, y: (value: number) => number): string {
  let isOpen = false;
  return values
    .map((value, index) => {
      const wasOpen = isOpen;
      isOpen = value !== null;
      return value === null ? '' : `${wasOpen ? 'L' : 'M'}${x(index)} ${y(value)}${wasOpen ? '' : 'h0'}`;
    })
    .join('');
}
