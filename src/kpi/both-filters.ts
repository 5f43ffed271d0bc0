import type {Filter} from './query.js';

/** Whether it was thrown for a filter that a table does not know. */
export function isUnknownFilter(mistake: unknown): boolean {
  return mistake instanceof RangeError && mistake.message.startsWith('unknown filter');
}

/** What both let pass. Of people both are asked for, since one filter may give a name and the other an id. */
export function bothFilters(first: Filter, second: Filter): Filter {
  const both: Record<string, string | readonly string[]> = {...first};
  for (const [name, values] of Object.entries(second))
    if (!(name in first)) both[name] = values;
    else if (name === 'rep' && !('ownerId' in first)) both.ownerId = values;
    else both[name] = [first[name]].flat().filter((value) => [values].flat().includes(value));
  return both;
}
