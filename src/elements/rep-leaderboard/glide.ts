/** How far from the top of the table each row stands, by the id of whose it is. */
export function heights(rows: Iterable<HTMLElement>): Map<string, number> {
  return new Map(Array.from(rows, (row) => [row.dataset.id ?? '', row.offsetTop]));
}

/** Lets each row that stands elsewhere now come from where it was, so that the eye can follow; readers who want no motion get none. */
export function glide(rows: Iterable<HTMLElement>, before: ReadonlyMap<string, number>): void {
  if (before.size === 0 || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  // All are measured before the first moves: each motion begun would have the next one measured anew.
  const moves = Array.from(rows, (row) => [row, (before.get(row.dataset.id ?? '') ?? row.offsetTop) - row.offsetTop] as const);
  for (const [row, moved] of moves)
    if (moved !== 0) row.animate({transform: [`translateY(${moved}px)`, 'none']}, {duration: 200, easing: 'ease-out'});
}
