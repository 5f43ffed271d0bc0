import {html, nothing, type TemplateResult} from 'lit';

/** Pictures that cannot hold a script or ask for anything themselves. */
const PICTURE = /^data:image\/(?:png|jpeg|webp|gif)[;,]/i;

/** A picture over the initials, which stay where none may be asked for or none comes. `broken` are the addresses of those that did not; `drop` adds one. */
export function avatar(
  address: string | undefined,
  broken: ReadonlySet<string>,
  drop: (url: string) => void
): TemplateResult | typeof nothing {
  const url = avatarUrl(address);
  if (!url || broken.has(url)) return nothing;
  return html`<img
    part="avatar"
    src=${url}
    alt=""
    loading="lazy"
    decoding="async"
    referrerpolicy="no-referrer"
    @error=${() => drop(url)}
  />`;
}

/** The address of a picture that may be asked for: https, the page's own origin, or one that is in the page already; of any other nothing. */
function avatarUrl(address: string | undefined): string | undefined {
  if (!address || !URL.canParse(address, document.baseURI)) return undefined;
  const {href, protocol, origin} = new URL(address, document.baseURI);
  const isAllowed =
    protocol === 'https:' || protocol === 'blob:' || PICTURE.test(href) || (protocol === 'http:' && origin === location.origin);
  return isAllowed ? href : undefined;
}
