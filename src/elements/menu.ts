import {html, nothing} from 'lit';
import type {LitElement, ReactiveController, TemplateResult} from 'lit';
import type {Format} from '../view/format.js';
import type {FrameView} from './frame.js';
import type * as More from './more/more.js';
import type {Shown} from './shown.js';

/** What a reader can choose. What it answers is told in the menu, which stays open until then. */
export interface MenuItem {
  readonly name: string;
  readonly label: string;
  /** Shows something to look at: the menu makes way for it first, and gives the focus back to its button. */
  readonly isView?: boolean;
  readonly act: () => Promise<string | undefined>;
}

interface Host extends LitElement {
  readonly loadComplete: Promise<unknown>;
}

/** The menu of an element: a table for a chart at once; the explanation and the exports come in a file of their own when it is opened. */
export class Menu implements ReactiveController {
  isTable = false;
  readonly #host: Host;
  readonly #shown: () => Shown | undefined;
  #items: readonly MenuItem[] = [];
  #message = '';
  #isOpen = false;

  constructor(host: Host, shown: () => Shown | undefined) {
    this.#host = host;
    this.#shown = shown;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#isOpen = false;
  }

  /** Does what needs the file that loads on demand, of what is shown once all that was asked for is. */
  async more<Result>(act: (more: typeof More, shown: Shown) => Result): Promise<Awaited<Result>> {
    const [more] = await Promise.all([import('./more/more.js'), this.#host.loadComplete]);
    const shown = this.#shown();
    if (!shown) throw new Error(`no figures to export: <${this.#host.localName}> shows none`);
    return await act(more, shown);
  }

  template({isTable}: FrameView, {text}: Format): TemplateResult {
    const table: MenuItem = {name: 'table', label: this.isTable ? text.asChart : text.asTable, isView: true, act: this.#toggleTable};
    return html`<button
        id="menu-button"
        class="menu-button"
        part="menu-button"
        popovertarget="menu"
        aria-haspopup="menu"
        aria-expanded=${this.#isOpen}
        aria-label=${text.menu}
        aria-labelledby="menu-button heading"
        title=${text.menu}
        @keydown=${this.#open}
      >
        <svg width="14" height="14" aria-hidden="true">
          <path d="M2 7h0M7 7h0M12 7h0" stroke="currentColor" stroke-width="2.4" stroke-linecap="round" />
        </svg>
      </button>
      <div id="menu" class="menu" part="menu" popover @beforetoggle=${this.#toggle}>
        ${this.#isOpen ? this.#content([...(isTable ? [] : [table]), ...this.#items]) : nothing}
      </div>`;
  }

  #content(items: readonly MenuItem[]): TemplateResult {
    return html`<div role="menu" aria-labelledby="menu-button" @keydown=${this.#move}>
        ${items.map(
          (item) =>
            html`<button role="menuitem" part="menu-item" tabindex="-1" data-name=${item.name} @click=${() => void this.#choose(item)}>
              ${item.label}
            </button>`
        )}
      </div>
      <p class="small" part="menu-message" role="status">${this.#message}</p>`;
  }

  readonly #toggleTable = async (): Promise<undefined> => {
    this.isTable = !this.isTable;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
  };

  get #popover(): HTMLElement | null | undefined {
    return this.#host.shadowRoot?.querySelector<HTMLElement>('#menu');
  }

  /** The focus that is lost with the menu goes back to its button: the browser itself remembers no more of it than the element. */
  readonly #toggle = (event: Event): void => {
    this.#isOpen = (event as ToggleEvent).newState === 'open';
    const {activeElement} = this.#host.shadowRoot ?? {};
    if (!this.#isOpen && activeElement?.role === 'menuitem') this.#button?.focus();
    this.#message = '';
    this.#host.requestUpdate();
    if (this.#isOpen) requestAnimationFrame(() => void this.#fill());
  };

  /** Shows what is here at once, and the rest when it has come. */
  async #fill(): Promise<void> {
    this.#place();
    this.#focus(0);
    try {
      const {menuItems} = await import('./more/more.js');
      const shown = this.#shown();
      this.#items = shown ? await menuItems(shown) : [];
    } catch {
      this.#message = this.#shown()?.format.text.unavailable ?? '';
    }
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#place();
    if (this.#host.shadowRoot?.activeElement?.role !== 'menuitem') this.#focus(0);
  }

  /** Below the button, its end at the button's; above it or further in where the page ends. */
  #place(): void {
    const popover = this.#popover;
    const button = this.#button?.getBoundingClientRect();
    if (!popover || !button) return;
    const {offsetWidth, offsetHeight} = popover;
    const {clientWidth, clientHeight} = document.documentElement;
    const left = this.#host.matches(':dir(rtl)') ? button.left : button.right - offsetWidth;
    const below = button.bottom + 2;
    const above = button.top - 2 - offsetHeight;
    const top = below + offsetHeight > clientHeight && above > 0 ? above : below;
    popover.style.setProperty('left', `${Math.max(4, Math.min(left, clientWidth - offsetWidth - 4)) + scrollX}px`);
    popover.style.setProperty('top', `${Math.max(4, Math.min(top, clientHeight - offsetHeight - 4)) + scrollY}px`);
  }

  get #button(): HTMLElement | null | undefined {
    return this.#host.shadowRoot?.querySelector<HTMLElement>('#menu-button');
  }

  get #buttons(): HTMLElement[] {
    return [...(this.#popover?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
  }

  #focus(index: number): void {
    this.#buttons.at(index)?.focus();
  }

  readonly #open = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown') return;
    event.preventDefault();
    this.#popover?.showPopover();
  };

  readonly #move = (event: KeyboardEvent): void => {
    const buttons = this.#buttons;
    const at = buttons.findIndex((button) => button.matches(':focus'));
    const to = {ArrowDown: (at + 1) % buttons.length, ArrowUp: at - 1, Home: 0, End: -1}[event.key];
    if (event.key === 'Tab') this.#popover?.hidePopover();
    if (to === undefined) return;
    event.preventDefault();
    this.#focus(to);
  };

  async #choose({act, isView}: MenuItem): Promise<void> {
    if (isView) this.#popover?.hidePopover();
    this.#message = (await act()) ?? '';
    this.#host.requestUpdate();
    if (!this.#message && !isView) this.#popover?.hidePopover();
  }
}
