import type {ReactiveController, ReactiveControllerHost} from 'lit';

const hosts = new Set<ReactiveControllerHost>();
let observer: MutationObserver | undefined;

/** The language of the closest `lang`, across shadow roots; English where a page names none. Follows a page that changes it: one observer for all elements. */
export class LanguageController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  get language(): string {
    let node: Element | null = this.#host;
    while (node) {
      const closest: Element | null = node.closest('[lang]');
      if (closest) return closest.getAttribute('lang') || 'en';
      const root: Node = node.getRootNode();
      node = root instanceof ShadowRoot ? root.host : null;
    }
    return 'en';
  }

  hostConnected(): void {
    hosts.add(this.#host);
    observer ??= new MutationObserver(() => {
      for (const host of hosts) host.requestUpdate();
    });
    observer.observe(document, {attributes: true, attributeFilter: ['lang', 'dir'], subtree: true});
  }

  hostDisconnected(): void {
    hosts.delete(this.#host);
    if (hosts.size === 0) observer?.disconnect();
  }
}
