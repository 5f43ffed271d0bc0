import type {Column, ListColumn, ScalarColumn} from './column.js';
import {currencyOf, unitOf} from './currencies.js';
import {decimalColumn} from './decimals.js';
import {namesOf} from './headers.js';
import {plainName} from './plain-name.js';
import {activityStates, flags, plain} from './presets/plain.js';
import {meanings} from './presets/preset.js';
import {type Cells, isMissing, type Reading} from './reading.js';
import type {FieldType, ScalarType} from './schema.js';
import {textColumn} from './texts.js';
import {timeColumn} from './times.js';

/** `true` or `false`, as a plain name says it. */
export const flagOf = meanings(flags);
const outcomeOf = meanings(plain.outcomes);
const activityStateOf = meanings(activityStates);

function scalarColumn(cells: Cells, length: number, type: ScalarType, reading: Reading): ScalarColumn {
  switch (type) {
    case 'text':
    case 'segment':
      return textColumn(cells, length, reading);
    case 'flag':
      return textColumn(cells, length, reading, (text) => flagOf(plainName(text)), 'unexpected-value');
    case 'outcome':
      return textColumn(cells, length, reading, (text) => outcomeOf(plainName(text)), 'unknown-status');
    case 'state':
      return textColumn(cells, length, reading, (text) => activityStateOf(plainName(text)) ?? text);
    case 'currency':
      return textColumn(cells, length, reading, (text) => {
        const unit = unitOf(text);
        return unit && (currencyOf(unit, reading.options.settings?.currency) ?? text);
      });
    case 'time':
      return timeColumn(cells, length, reading);
    default:
      return decimalColumn(cells, length, reading, type === 'ratio');
  }
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

/** Arrays of entries as flat columns. A cell that is no array is a list of one; where entries have one field they may be that alone. A list of texts within an entry is one text. */
function listColumn(cells: Cells, length: number, types: ReadonlyMap<string, ScalarType>, reading: Reading): ListColumn {
  const offsets = new Uint32Array(length + 1);
  const fields = [...types].map(([name, type]) => ({name, names: namesOf(name, type), type, flat: [] as unknown[]}));
  const rows: number[] = [];
  for (let index = 0; index < length; index++) {
    const cell = cells(index);
    for (const entry of Array.isArray(cell) ? (cell as unknown[]) : isMissing(cell) ? [] : [cell]) {
      const alone = (typeof entry !== 'object' || !entry) && fields.length === 1;
      let known = alone;
      if (alone) fields[0].flat[rows.length] = entry;
      else
        for (const [name, value] of Object.entries(entry ?? {})) {
          const field = fields.find(({names}) => names.includes(plainName(name)));
          if (field) field.flat[rows.length] = isTexts(value) ? value.join(', ') : value;
          known ||= !!field;
        }
      if (!known) reading.reject(index, 'unexpected-value');
      rows.push(index);
    }
    offsets[index + 1] = rows.length;
  }
  const own: Reading = {
    ...reading,
    coded: undefined,
    reject: (entry, reason) => {
      reading.reject(rows[entry], reason);
    }
  };
  return {
    type: 'list',
    offsets,
    fields: new Map(fields.map(({name, type, flat}) => [name, scalarColumn((entry) => flat[entry], rows.length, type, own)]))
  };
}

export function readColumn(cells: Cells, length: number, type: FieldType, reading: Reading): Column {
  return typeof type === 'object' ? listColumn(cells, length, type, reading) : scalarColumn(cells, length, type, reading);
}
