/** A path through points; where a value is missing the line breaks. */
export function polyline(values: readonly (number | null)[], x: (index: number) => number, y: (value: number) => number): string {
  let command = 'M';
  return values.reduce<string>((path, value, index) => {
    if (value === null) {
      command = 'M';
      return path;
    }
    const piece = `${command}${x(index)} ${y(value)}`;
    command = 'L';
    return path + piece;
  }, '');
}
