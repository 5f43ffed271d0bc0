import {isServer, type LitElement, type ReactiveController} from 'lit';
import {loadDictionary} from '../locales/dictionaries.js';
import {formatFor, type Format} from '../view/format.js';

const hosts = new Set<LitElement>();
let observer: MutationObserver | undefined;

/**
 * The language an element stands in. Renders the element anew when it comes to another place or the page changes a `lang` or `dir`
 * (one observer for all elements), and when the words of its language have come.
 */
export class Language implements ReactiveController {
  /** Settles when the words of the language are here. */
  loading?: Promise<void> | undefined;
  /** The words and numbers to show: those of the last language until the next one is here, of the first until then none. */
  format?: Format;
  readonly #host: LitElement;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    hosts.add(this.#host);
    this.#host.requestUpdate();
    observer ??= new MutationObserver(() => {
      for (const each of hosts) each.requestUpdate();
    });
    observer.observe(document, {attributeFilter: ['lang', 'dir'], subtree: true});
  }

  hostDisconnected(): void {
    hosts.delete(this.#host);
    if (hosts.size === 0) observer?.disconnect();
  }

  hostUpdate(): void {
    const language = languageOf(this.#host);
    this.loading = loadDictionary(language)?.then(() => this.#host.requestUpdate());
    if (!this.loading) this.format = formatFor(language);
  }
}

/** The closest `lang`, across shadow roots; on a server, which has no page around it, the element's own. English where a page names none. */
function languageOf(element: Element): string {
  if (isServer) return element.getAttribute('lang') || 'en';
  const closest = element.closest('[lang]');
  if (closest) return closest.getAttribute('lang') || 'en';
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? languageOf(root.host) : 'en';
}
