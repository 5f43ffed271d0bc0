/** How far from the top of the table each row stands, by the id of whose it is. */
export function heights(rows: Iterable<HTMLElement>): Map<string, number> {
  return new Map(Array.from(rows, (row) => [row.dataset.id ?? '', row.offsetTop]));
}

/** Lets each row that stands elsewhere now come from where it was, so that the eye can follow; readers who want no motion get none. */
export function glide(rows: Iterable<HTMLElement>, before: ReadonlyMap<string, number>): void {
  if (before.size === 0 || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  for (const row of rows) {
    const moved = (before.get(row.dataset.id ?? '') ?? row.offsetTop) - row.offsetTop;
    if (moved !== 0) row.animate({transform: [`translateY(${moved}px)`, 'none']}, {duration: 200, easing: 'ease-out'});
  }
}
