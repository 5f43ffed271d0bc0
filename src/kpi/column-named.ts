import type {Dataset} from '../dataset/dataset.js';
import {plainName} from '../dataset/plain-name.js';

/** The column that somebody means: the one of that name, else the one that the file itself calls so, whatever its case and punctuation. */
export function columnNamed({tables, recognised}: Dataset, name: string): string {
  if (name === 'rep' || [...tables.values()].some(({columns}) => columns.has(name))) return name;
  const isMeant = (other: string) => plainName(other) === plainName(name);
  for (const {fields, segments} of recognised.values()) {
    const [found] = [...fields, ...segments.map((header) => [header, header])].find((names) => names.some(isMeant)) ?? [];
    if (found !== undefined) return found;
  }
  return name;
}
