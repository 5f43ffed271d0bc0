import type {LitElement} from 'lit';

const hosts = new Set<LitElement>();
let observer: MutationObserver | undefined;

/** Renders an element anew when it comes to another place or the page changes a `lang` or `dir`: one observer for all elements. */
export function followLanguage(host: LitElement): void {
  host.addController({
    hostConnected() {
      hosts.add(host);
      host.requestUpdate();
      observer ??= new MutationObserver(() => {
        for (const each of hosts) each.requestUpdate();
      });
      observer.observe(document, {attributeFilter: ['lang', 'dir'], subtree: true});
    },
    hostDisconnected() {
      hosts.delete(host);
      if (hosts.size === 0) observer?.disconnect();
    }
  });
}

/** The closest `lang`, across shadow roots; English where a page names none. */
export function languageOf(element: Element): string {
  const closest = element.closest('[lang]');
  if (closest) return closest.getAttribute('lang') || 'en';
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? languageOf(root.host) : 'en';
}
