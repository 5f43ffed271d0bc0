const idOf = ({dataset}: HTMLElement) => dataset.id ?? '';

/** How far from the top of the table each row stands, by the id of whose it is; none where nobody sees it or readers want no motion. */
export function heights(rows: readonly HTMLElement[]): Map<string, number> {
  const isSeen = rows[0]?.checkVisibility({contentVisibilityAuto: true}) && !matchMedia('(prefers-reduced-motion: reduce)').matches;
  return new Map(isSeen ? rows.map((row) => [idOf(row), row.offsetTop]) : []);
}

/** Lets each row that stands elsewhere now come from where it was, so that the eye can follow. */
export function glide(rows: readonly HTMLElement[], before: ReadonlyMap<string, number>): void {
  // To measure is to lay out the page, so that is left alone where all stand in the order in which they stood.
  if (before.size === 0 || rows.map(idOf).join() === [...before.keys()].join()) return;
  // All are measured before the first moves: each motion begun would have the next one measured anew.
  const moves = rows.map((row) => [row, (before.get(idOf(row)) ?? row.offsetTop) - row.offsetTop] as const);
  for (const [row, moved] of moves)
    if (moved !== 0) row.animate({transform: [`translateY(${moved}px)`, 'none']}, {duration: 200, easing: 'ease-out'});
}
