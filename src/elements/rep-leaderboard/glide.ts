import type {LitElement, ReactiveController} from 'lit';

const idOf = ({dataset}: HTMLElement) => dataset.id ?? '';

/** Rows of a table, each marked with the id of whose it is: one that has another place after an update comes there gliding, so that the eye can follow, and takes the focus along. */
export class Glide implements ReactiveController {
  readonly #host: LitElement;
  /** How far from the top of the table each row stood. */
  #before: ReadonlyMap<string, number> = new Map();
  #focused?: string | undefined;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdate(): void {
    const rows = this.#rows;
    const isSeen = rows[0]?.checkVisibility({contentVisibilityAuto: true}) && !matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.#before = new Map(isSeen ? rows.map((row) => [idOf(row), row.offsetTop]) : []);
    this.#focused = this.#host.shadowRoot?.activeElement?.closest<HTMLElement>('tr')?.dataset.id;
  }

  hostUpdated(): void {
    const rows = this.#rows;
    this.#move(rows);
    rows
      .find((row) => idOf(row) === this.#focused)
      ?.querySelector('button')
      ?.focus();
  }

  get #rows(): HTMLElement[] {
    return [...(this.#host.shadowRoot?.querySelectorAll<HTMLElement>('tr[data-id]') ?? [])];
  }

  #move(rows: readonly HTMLElement[]): void {
    const before = this.#before;
    // To measure is to lay out the page, so that is left alone where all stand in the order in which they stood.
    if (before.size === 0 || rows.map(idOf).join() === [...before.keys()].join()) return;
    // All are measured before the first moves: each motion begun would have the next one measured anew.
    const moves = rows.map((row) => [row, (before.get(idOf(row)) ?? row.offsetTop) - row.offsetTop] as const);
    for (const [row, moved] of moves)
      if (moved !== 0) row.animate({transform: [`translateY(${moved}px)`, 'none']}, {duration: 200, easing: 'ease-out'});
  }
}
