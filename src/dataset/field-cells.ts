import type {Matched} from './headers.js';
import {plainName} from './plain-name.js';
import {plain} from './presets/plain.js';
import {meanings, type Preset} from './presets/preset.js';
import {type Cells, isMissing} from './reading.js';

/** The first cells, or the second where they have none. */
export function orElse(first: Cells | undefined, second: Cells | undefined): Cells {
  return (row) => {
    const cell = first?.(row);
    return isMissing(cell) ? second?.(row) : cell;
  };
}

/** The cells as `change` makes their texts. */
function changed(cells: Cells, change: (text: string) => string): Cells {
  return (row) => {
    const cell = cells(row);
    return typeof cell === 'string' || typeof cell === 'number' ? change(String(cell)) : cell;
  };
}

/** The dates of stages that a wide export has in a column each. */
export interface StageDates {
  readonly places: readonly number[];
  /** The entries of a row. */
  readonly cells: Cells;
  /** `(Sales pipeline)`: what such headers add to the name of a stage. */
  readonly pipelines: ReadonlySet<string>;
}

export function stageDates(headers: readonly string[], cells: readonly Cells[], preset: Preset): StageDates {
  const [pattern, replace] = (preset.stageDates ?? plain.stageDates) as readonly [RegExp, string];
  const dates = headers.flatMap((header, index) => (pattern.test(header) ? [{index, stage: header.replace(pattern, replace)}] : []));
  return {
    places: dates.map(({index}) => index),
    cells: (row) => dates.flatMap(({index, stage}) => (isMissing(cells[index](row)) ? [] : [{stage, at: cells[index](row)}])),
    pipelines: new Set(dates.flatMap(({index}) => / \([^()]*\)(?=\W?$)/.exec(headers[index]) ?? []))
  };
}

/** The cells of a field, as the preset reads them: the first of its columns that has a value, in words that all exports share. */
export function fieldCells(
  field: string,
  cells: readonly Cells[],
  {fields, more}: Matched,
  outcomes: string | undefined,
  dates: StageDates
): Cells {
  const first = cells[fields.get(field) ?? -1];
  const all = (more.get(field) ?? []).reduce((before, place) => orElse(before, cells[place]), first);
  if (outcomes) {
    const outcomeOf = meanings(outcomes);
    return changed(all, (text) => outcomeOf(plainName(text)) ?? text);
  }
  if (field === 'stage' && dates.pipelines.size) {
    const isPipeline = (end: string) => dates.pipelines.has(end);
    return changed(all, (text) => text.trim().replace(/ \([^()]*\)$/, (end) => (isPipeline(end) ? '' : end)));
  }
  return all;
}
