/** Pictures that cannot hold a script or ask for anything themselves. */
const PICTURE = /^data:image\/(?:png|jpeg|webp|gif)[;,]/i;

/** The address of a picture that may be asked for: https, the page's own origin, or one that is in the page already; of any other nothing. */
export function avatarUrl(address: string | undefined): string | undefined {
  if (!address || !URL.canParse(address, document.baseURI)) return undefined;
  const {href, protocol, origin} = new URL(address, document.baseURI);
  const isAllowed =
    protocol === 'https:' || protocol === 'blob:' || PICTURE.test(href) || (protocol === 'http:' && origin === location.origin);
  return isAllowed ? href : undefined;
}
