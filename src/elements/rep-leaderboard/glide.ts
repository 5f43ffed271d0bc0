import type {LitElement, ReactiveController} from 'lit';

const idOf = ({dataset}: HTMLElement) => dataset.id ?? '';

/** Rows of a table, each marked with the id of whose it is: one that has another place after an update comes there gliding, so that the eye can follow, and takes the focus along. */
export class Glide implements ReactiveController {
  readonly #host: LitElement;
  /** Whose the rows were, in their order. */
  #before: readonly string[] = [];
  #focused?: string | undefined;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdate(): void {
    this.#before = this.#rows.map(idOf);
    this.#focused = this.#host.shadowRoot?.activeElement?.closest<HTMLElement>('tr')?.dataset.id;
  }

  hostUpdated(): void {
    const [rows, before] = [this.#rows, this.#before];
    // To measure is to lay out the page, which the next frame does anyway, once for all boards.
    if (before.length > 0 && rows.map(idOf).join() !== before.join()) requestAnimationFrame(() => move(rows, before));
    rows
      .find((row) => idOf(row) === this.#focused)
      ?.querySelector('button')
      ?.focus();
  }

  get #rows(): HTMLElement[] {
    return [...(this.#host.shadowRoot?.querySelectorAll<HTMLElement>('tr[data-id]') ?? [])];
  }
}

/** Rows are as high as each other: who was third comes from where the third stands. */
function move(rows: readonly HTMLElement[], before: readonly string[]): void {
  if (!rows[0]?.checkVisibility({contentVisibilityAuto: true}) || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  // All are measured before the first moves: each motion begun would have the next one measured anew.
  const tops = rows.map(({offsetTop}) => offsetTop);
  for (const [place, row] of rows.entries()) {
    const from = tops[Math.min(before.indexOf(idOf(row)), rows.length - 1)] ?? tops[place];
    if (from !== tops[place])
      row.animate({transform: [`translateY(${from - tops[place]}px)`, 'none']}, {duration: 200, easing: 'ease-out'});
  }
}
