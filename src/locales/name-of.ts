/** The language of a BCP 47 tag: `sv-FI` -> `sv`; what is written of Norwegian is mostly `nb`. */
export function nameOf(language: string): string {
  return language
    .toLowerCase()
    .split(/[-_]/)[0]
    .replace(/^n[on]$/, 'nb');
}
