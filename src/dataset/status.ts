import {outcomes} from './aliases.js';
import type {Column, TextColumn} from './column.js';
import {plainName} from './headers.js';
import type {Stage} from './settings.js';

/** Word -> what it stands for, of a record of space-separated words. */
export function meanings(record: Readonly<Record<string, string>>): Map<string, string> {
  return new Map(Object.entries(record).flatMap(([meaning, words]) => words.split(' ').map((word) => [word, meaning] as const)));
}

const spelled = meanings(outcomes);

/** The outcome that a stage stands for: by the settings, else by its name. */
function ofStage(stage: string, stages: readonly (string | Stage)[]): string {
  for (const known of stages)
    if (typeof known === 'object' && (known.id === stage || known.label === stage) && known.outcome && known.outcome !== 'closed')
      return known.outcome;
  return /won|vunn/i.test(stage) ? 'won' : /lost|förlora|tappa/i.test(stage) ? 'lost' : 'open';
}

/** A number for every row of a text column, worked out once a distinct value; -1 where the value is missing. */
function perRow(column: Column | undefined, numberOf: (value: string) => number): (row: number) => number {
  if (column?.type !== 'text') return () => -1;
  const numbers = column.values.map(numberOf);
  return (row) => (column.codes[row] < 0 ? -1 : numbers[column.codes[row]]);
}

const values = ['open', 'won', 'lost'];
const [open, won, lost, unknown] = [0, 1, 2, 3];

/**
 * `won`, `lost` or `open` for every deal: what the status says, else the flags, else the stage.
 * A flag that says "not won" means lost only where nothing says that the deal is still open.
 */
export function statusColumn(
  columns: ReadonlyMap<string, Column>,
  length: number,
  stages: readonly (string | Stage)[],
  reject: (row: number) => void
): TextColumn {
  const isTrue = (value: string): number => Number(value === 'true');
  const status = perRow(columns.get('status'), (value) => values.indexOf(spelled.get(plainName(value)) ?? '') & unknown);
  const isWon = perRow(columns.get('isWon'), isTrue);
  const isClosed = perRow(columns.get('isClosed'), isTrue);
  const stage = perRow(columns.get('stage'), (value) => values.indexOf(ofStage(value, stages)));
  const codes = new Int32Array(length);
  for (let row = 0; row < length; row++) {
    let code = status(row);
    if (code === unknown) reject(row);
    if (code < 0)
      code =
        isWon(row) > 0 ? won : isClosed(row) === 0 ? open : isWon(row) < 0 || (isClosed(row) < 0 && stage(row) >= 0) ? stage(row) : lost;
    codes[row] = Math.max(code, open);
  }
  return {type: 'text', codes, values};
}
