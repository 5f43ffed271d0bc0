import {html, nothing} from 'lit';
import type {LitElement, ReactiveController, TemplateResult} from 'lit';
import type {Dataset} from '../dataset/dataset.js';
import type {Filter, Only} from '../kpi/query.js';
import type {Figures} from '../source/computing.js';
import {inTurn} from '../source/pause.js';
import type {Format} from '../view/format.js';

/** What a reader chose in an element, and what the others of its group are to show for it. */
export interface Choice {
  /** There is one of each at a time. */
  readonly kind: 'rep' | 'stage' | 'bucket' | 'segment';
  readonly key: string;
  readonly name: string;
  readonly filter?: Filter | undefined;
  readonly period?: string | undefined;
  /** The records behind a mark that no filter names, and what they depend on. */
  readonly only?: ((figures: Figures, dataset: Dataset) => Only) | undefined;
  readonly source?: (() => unknown) | undefined;
  /** Asks the page whether it may be chosen, and tells it when it no longer is. */
  readonly tell: (isChosen: boolean) => boolean;
}

interface Group {
  readonly members: Set<Link>;
  readonly choices: Map<Choice['kind'], Choice & {readonly by: Link}>;
  /** Counts the changes: the last one wins. */
  turn: number;
  /** What was chosen last, and where, which says so; of what was let go of no name. */
  last?: {readonly by: Link; readonly name: string};
  settled: Promise<void>;
}

/** Those on the page, by name: an element that leaves the page leaves its group, and an empty group is none. */
const groups = new Map<string, Group>();

/** Shares what is chosen with the elements of the same `group`. An element does not follow its own choice, which it shows. */
export class Link implements ReactiveController {
  readonly #host: LitElement;
  #name?: string | undefined;

  constructor(host: LitElement & {group?: string | undefined}) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.join(this.#name);
  }

  hostDisconnected(): void {
    this.#leave();
  }

  join(name: string | undefined): void {
    if (name === this.#name && this.#group?.members.has(this)) return;
    this.#leave();
    this.#name = name;
    if (!name || !this.#host.isConnected) return;
    const group = groups.get(name) ?? {members: new Set(), choices: new Map(), turn: 0, settled: Promise.resolve()};
    groups.set(name, group);
    group.members.add(this);
  }

  get #group(): Group | undefined {
    return groups.get(this.#name ?? '');
  }

  /** Resolves when every element of the group shows what is chosen. */
  get settled(): Promise<void> | undefined {
    return this.#group?.settled;
  }

  /** What the others have chosen. */
  get followed(): readonly Choice[] {
    return [...(this.#group?.choices.values() ?? [])].filter(({by}) => by !== this);
  }

  /** The key of what is chosen, here or elsewhere. */
  chosen(kind: Choice['kind']): string | undefined {
    return this.#group?.choices.get(kind)?.key;
  }

  /** A second time lets go of it. False when the page prevents it. */
  choose(choice: Choice): boolean {
    const group = this.#group;
    const isChosen = this.chosen(choice.kind) !== choice.key;
    if (!choice.tell(isChosen)) return false;
    if (!group) return true;
    if (isChosen) group.choices.set(choice.kind, {...choice, by: this});
    else group.choices.delete(choice.kind);
    changed(group, this, isChosen ? choice.name : '');
    return true;
  }

  /** Lets go of all that is chosen in the group, and says so here. */
  clear(): void {
    const group = this.#group;
    if (!group) return;
    const choices = [...group.choices.values()];
    group.choices.clear();
    for (const {tell} of choices) tell(false);
    changed(group, this);
  }

  async update(): Promise<void> {
    this.#host.requestUpdate();
    await this.#host.updateComplete;
  }

  isIn(path: readonly EventTarget[]): boolean {
    return path.includes(this.#host);
  }

  /** Which part of all is shown; of an element that cannot be asked so, that it shows all. */
  template({text}: Format, choices: readonly Choice[], isFollowing: boolean): TemplateResult | typeof nothing {
    if (!this.#name) return nothing;
    const names = (some: readonly Choice[]) => some.map(({name}) => name).join(', ');
    const followed = names(choices);
    const {choices: all, last} = this.#group ?? {};
    const own = names([...(all?.values() ?? [])].filter((choice) => !choices.includes(choice)));
    const parts = [followed && (isFollowing ? text.onlyOf(followed) : text.notOnlyOf(followed)), own && text.chosen(own)].filter(Boolean);
    return html`${
        parts.length > 0
          ? html`<span class="selection" part="selection"
              ><bdi>${parts.join(' · ')}</bdi>
              <button
                part="clear"
                aria-label=${text.clearChoice}
                title="Esc"
                @click=${() => {
                  this.clear();
                  this.#host.shadowRoot?.querySelector<HTMLElement>('#menu-button')?.focus();
                }}
              >
                ×
              </button></span
            >`
          : nothing
      }<span class="spoken" role="status"
        >${last?.by !== this ? '' : last.name ? `${text.chosen(last.name)}. ${text.escapeClears}` : text.nothingChosen}</span
      >`;
  }

  /** What was chosen here goes with it. */
  #leave(): void {
    const group = this.#group;
    if (!group?.members.delete(this)) return;
    const own = [...group.choices.values()].filter(({by}) => by === this);
    for (const {kind} of own) group.choices.delete(kind);
    if (own.length > 0) changed(group, this);
    if (group.members.size === 0) groups.delete(this.#name ?? '');
  }
}

/** Escape is heard anywhere on the page, and only while there is something to clear. */
function changed(group: Group, by: Link, name = ''): void {
  const isAny = [...groups.values()].some(({choices}) => choices.size > 0);
  document[isAny ? 'addEventListener' : 'removeEventListener']('keydown', onKey);
  const turn = ++group.turn;
  group.last = {by, name};
  group.settled = settle(group, by, turn);
}

/** Each element computes once, where the reader is first; the page is never held up by all of them together. */
async function settle(group: Group, first: Link, turn: number): Promise<void> {
  for (const link of new Set([first, ...group.members])) {
    const update = async () => {
      if (turn === group.turn && group.members.has(link)) await link.update();
    };
    await (link === first ? update() : inTurn(update));
    if (turn !== group.turn) return group.settled;
  }
}

function onKey(event: Event): void {
  const path = event.composedPath();
  const isOpen = path.some((node) => node instanceof Element && node.matches('dialog[open], [popover]:popover-open'));
  if ((event as KeyboardEvent).key !== 'Escape' || event.defaultPrevented || isOpen) return;
  const all = [...groups.values()].filter(({choices}) => choices.size > 0);
  const here = all.filter(({members}) => [...members].some((link) => link.isIn(path)));
  for (const group of here.length > 0 ? here : all) {
    const [{by}] = group.choices.values();
    ([...group.members].find((link) => link.isIn(path)) ?? by).clear();
  }
}
