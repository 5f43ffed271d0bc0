/** Whether `src` may be asked: an http(s), `data:` or `blob:` URL, or one of the page's own scheme, which in an app may be another. */
export function isAllowedSource(src: string): boolean {
  return !!allowed(src);
}

/** `src` resolved against the page. Throws RangeError `unknown source: x`. */
export function addressOf(src: string): URL {
  const url = allowed(src);
  if (!url) throw new RangeError(`unknown source: ${withoutTail(src)}`);
  // A request carries no fragment. In a `data:` URL it stays: a bare # there is data, and cutting at it would drop rows unseen.
  if (url.protocol !== 'data:') url.hash = '';
  return url;
}

/** The address as it may be told to anyone: without credentials, query and fragment; of a `data:` URL only what kind it is. */
export function shown(url: URL): string {
  const bare = new URL(url);
  bare.username = bare.password = bare.search = bare.hash = '';
  return bare.protocol === 'data:' ? withoutTail(bare.href) : bare.href;
}

function withoutTail(text: string): string {
  return text.replace(/[?#,].*/s, '');
}

function allowed(src: string): URL | undefined {
  const {baseURI} = document;
  try {
    const url = new URL(src, baseURI);
    // An empty `src` would be the page itself.
    if (src.trim() && ['http:', 'https:', 'data:', 'blob:', new URL(baseURI).protocol].includes(url.protocol)) return url;
  } catch {
    // Not a URL.
  }
  return undefined;
}
