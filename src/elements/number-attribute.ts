/** `12.5` -> 12.5; nothing is no number rather than 0. */
export function numberAttribute(text: string | null): number | undefined {
  return text?.trim() ? Number(text) : undefined;
}

/** `90d` -> 90. */
export function daysAttribute(text: string | null): number | undefined {
  return numberAttribute(text?.replace(/d$/, '') ?? null);
}
