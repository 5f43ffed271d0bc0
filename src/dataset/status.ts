import {outcomes} from './aliases.js';
import type {Column, TextColumn} from './column.js';
import {plainName} from './headers.js';
import type {Stage} from './settings.js';
import {recode} from './texts.js';

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

function at(column: Column | undefined, row: number): string | undefined {
  return column?.type === 'text' ? column.values[column.codes[row]] : undefined;
}

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
  const given = columns.get('status');
  const status = given?.type === 'text' ? recode(given, (value) => spelled.get(plainName(value)), reject) : undefined;
  const stage = columns.get('stage');
  const outcome =
    stage?.type === 'text'
      ? recode(
          stage,
          (value) => ofStage(value, stages),
          () => undefined
        )
      : undefined;
  const isWon = columns.get('isWon');
  const isClosed = columns.get('isClosed');
  const values = ['open', 'won', 'lost'];
  const codes = new Int32Array(length);
  for (let row = 0; row < length; row++) {
    const won = at(isWon, row);
    const closed = at(isClosed, row);
    const flagged = won === 'true' ? 'won' : closed === 'false' ? 'open' : won && (closed || !outcome) ? 'lost' : undefined;
    codes[row] = values.indexOf(at(status, row) ?? flagged ?? at(outcome, row) ?? 'open');
  }
  return {type: 'text', codes, values};
}
