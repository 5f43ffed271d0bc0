import type {Column, TextColumn} from './column.js';
import {toldColumn} from './columns-of.js';
import type {Stage} from './settings.js';

const outcomes = [
  // Before the other: a deal that a competitor won is lost.
  ['lost', /lost|not won|förlor|tappa|ta[bp]t|verloren|perd(?:u|id)/],
  ['won', /won(?!['’\w])|vun[nd]|gewonnen|gagné|ganad/],
  ['closed', /^(?:closed|stängd)$/]
] as const;

/** The outcome that the name of a stage tells. */
export function outcomeIn(stage: string): Stage['outcome'] {
  return outcomes.find(([, words]) => words.test(stage.toLowerCase()))?.[0];
}

/** The outcome that a stage stands for: by the settings, else by its name. */
export function outcomeOf(stage: string, stages: readonly (string | Stage)[]): string {
  for (const known of stages)
    if (typeof known === 'object' && (known.id === stage || known.label === stage) && known.outcome && known.outcome !== 'closed')
      return known.outcome;
  const outcome = outcomeIn(stage);
  return outcome === 'won' || outcome === 'lost' ? outcome : 'open';
}

/**
 * `won`, `lost` or `open` for every deal: what the status says, else the flags, else the stage.
 * A flag that says "not won" means lost only where nothing says that the deal is still open.
 */
export function statusColumn(columns: ReadonlyMap<string, Column>, length: number, stages: readonly (string | Stage)[]): TextColumn {
  const given = columns.get('status');
  if (given?.type === 'text' && !given.codes.includes(-1)) return given;
  /** A column's values by row, worked out once a distinct one. */
  const said = (name: string, word = (value: string): string => value): ((row: number) => string | undefined) => {
    const column = columns.get(name);
    if (column?.type !== 'text') return () => undefined;
    const words = column.values.map(word);
    return (row) => words[column.codes[row]];
  };
  const status = said('status');
  const isWon = said('isWon');
  const isClosed = said('isClosed');
  const stage = said('stage', (value) => outcomeOf(value, stages));
  return toldColumn(length, (row) => {
    const outcome = status(row);
    if (outcome) return outcome;
    const won = isWon(row);
    const closed = isClosed(row);
    if (won === 'true') return 'won';
    const isLost = won === 'false' && closed !== 'false' && (closed === 'true' || !stage(row));
    return isLost ? 'lost' : closed === 'false' ? 'open' : (stage(row) ?? 'open');
  });
}
