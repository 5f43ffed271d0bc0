/** A server may not hold an element off for longer. */
const longest = 600_000;

/** When a server wants to be asked again, in milliseconds since 1970: it says seconds or an HTTP date. Undefined where it says neither. */
export function retryAt(headers?: Headers): number | undefined {
  const said = headers?.get('retry-after')?.trim() ?? '';
  const now = Date.now();
  const at = /^\d+$/.test(said) ? now + Number(said) * 1000 : /^\w{3}, .* GMT$/.test(said) ? Date.parse(said) : NaN;
  return Number.isNaN(at) ? undefined : Math.min(Math.max(at, now), now + longest);
}
