import type {LitElement} from 'lit';

/** Opens the menu of an element and chooses from it, as a reader does; what comes from a file of its own is waited for. */
export async function choose(element: LitElement, name: string): Promise<void> {
  const find = (selector: string) => element.shadowRoot?.querySelector<HTMLElement>(selector);
  find('[part=menu-button]')?.click();
  for (let frame = 0; frame < 300 && !find(`[data-name=${name}]`); frame++) await new Promise(requestAnimationFrame);
  find(`[data-name=${name}]`)?.click();
  await element.updateComplete;
}
