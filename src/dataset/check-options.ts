import {oneOf} from './one-of.js';
import {presets} from './presets/presets.js';
import {schema} from './schema.js';
import type {DatasetOptions} from './settings.js';
import {toWall} from './zone.js';

/** Throws on an option that names nothing, as `createDataset` does. */
export function checkOptions({table, preset, dateFormat, decimal, assumeZone, fields = {}, tables = {}}: DatasetOptions): void {
  if (table !== undefined) oneOf('table', table, [...schema.keys()]);
  if (preset !== undefined) oneOf('preset', preset, ['auto', ...presets.keys()]);
  if (dateFormat) oneOf('date format', dateFormat, ['dmy', 'mdy', 'ymd', 'excel', 'unix', 'unix-ms']);
  if (decimal) oneOf('decimal sign', decimal, ['.', ',']);
  if (assumeZone) toWall(0, assumeZone);
  const known = new Set([...schema.values()].flatMap((types) => [...types.keys()]));
  for (const field of Object.keys(fields)) oneOf('field', field, [...known]);
  for (const [name, options] of Object.entries(tables)) checkOptions({table: name, ...options});
}
