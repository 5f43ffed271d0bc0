const day = 86_400_000;

const formats = new Map<string, Intl.DateTimeFormat>();

/** What the clock on the wall in `zone` shows at an instant, counted in milliseconds as if the wall were UTC. Throws RangeError `unknown time zone: x`. */
export function toWall(instant: number, zone: string): number {
  if (zone === 'UTC') return instant;
  let format = formats.get(zone);
  try {
    format ??= new Intl.DateTimeFormat('en', {timeZone: zone, timeZoneName: 'longOffset'});
  } catch {
    throw new RangeError(`unknown time zone: ${zone}`);
  }
  formats.set(zone, format);
  if (Number.isNaN(instant)) return instant;
  // `GMT+01:00`, in early years with seconds, or `GMT` alone.
  const [, sign, ...parts] = /GMT(?:(\W)(\d+):(\d+)(?::(\d+))?)?/.exec(format.format(instant)) ?? [];
  const [hours = 0, minutes = 0, seconds = 0] = parts.map((part) => Number(part || 0));
  return instant + ((hours * 60 + minutes) * 60 + seconds) * (sign === '+' ? 1000 : -1000);
}

const offsets = new Map<string, Map<number, number>>();

/** How far the wall in `zone` is ahead of UTC at a midnight there. Asked once: dates repeat, and the clock is slow to read. */
function offsetAt(midnight: number, zone: string): number {
  let known = offsets.get(zone);
  if (!known) offsets.set(zone, (known = new Map<number, number>()));
  let offset = known.get(midnight);
  if (offset === undefined) known.set(midnight, (offset = toWall(midnight, zone) - midnight));
  return offset;
}

/**
 * The instant at which the wall in `zone` shows `wall` (milliseconds as if the wall were UTC).
 * A time that occurs twice is the earlier one; a time that the clock skips is the first instant after the gap.
 * Throws RangeError `unknown time zone: x`.
 */
export function toInstant(wall: number, zone: string): number {
  if (zone === 'UTC') return wall;
  // Offsets lie between -12 and +14 hours, so these two look at either side of any change near the time sought.
  const midnight = Math.floor(wall / day) * day;
  const before = offsetAt(midnight - day, zone);
  const after = offsetAt(midnight + 2 * day, zone);
  if (before === after || Number.isNaN(wall)) return wall - before;
  let low = wall - Math.max(before, after);
  let high = wall - Math.min(before, after);
  for (const instant of [low, high]) if (toWall(instant, zone) === wall) return instant;
  // A gap: the clock changes after `low`, at the latest at `high`.
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (toWall(middle, zone) - middle === before) low = middle;
    else high = middle;
  }
  return high;
}
