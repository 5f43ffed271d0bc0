import type {Table, TextColumn, TimeColumn} from '../dataset/column.js';
import {columnOf, textAt} from '../dataset/columns-of.js';
import type {Stage} from '../dataset/settings.js';
import type {AsOf} from '../calendar/moment.js';
import {stageKey} from './stages.js';

export type Outcome = 'won' | 'lost' | 'open';

/** How far one deal had come by the as-of. Stages are indices; -1 is none of the funnel's. */
export interface Journey {
  readonly outcome: Outcome;
  /** The furthest stage ever entered: at least the first. Moving back does not undo it. */
  readonly furthest: number;
  /** Where it stands now. */
  readonly current: number;
  /** The stages it entered, as bits. */
  readonly entered: number;
}

/** Reads journeys off the deals: from the stage history where a deal has one, else from its current stage and its outcome. */
export function journeys(table: Table, stages: readonly Stage[], asOf: AsOf, unknown: Set<string>): (row: number) => Journey {
  const index = new Map(stages.map(({id}, stage) => [stageKey(id), stage]));
  const [closed, won] = [stages.findIndex(({outcome}) => outcome === 'closed'), stages.findIndex(({outcome}) => outcome === 'won')];
  const [status, stage] = [columnOf(table, 'status', 'text'), columnOf(table, 'stage', 'text')];
  const history = columnOf(table, 'stageHistory', 'list');
  const [names, at] = [history?.fields.get('stage') as TextColumn | undefined, history?.fields.get('at') as TimeColumn | undefined];
  const stageOf = (column: TextColumn | undefined) => Int32Array.from(column?.values ?? [], name => index.get(stageKey(name)) ?? -1);
  const [ofStage, ofEntry] = [stageOf(stage), stageOf(names)];
  const isOutcome = (name: string) => /won|lost|closed|vunn|förlor/i.test(name);

  return row => {
    let [entered, current, furthest, wonLater] = [0, -1, -1, false];
    const [first = 0, last = 0] = [history?.offsets[row], history?.offsets[row + 1]];
    for (let entry = first; entry < last; entry++) {
      const code = names?.codes[entry] ?? -1;
      const reached = ofEntry[code] ?? -1;
      const exists = !((at?.ms[entry] ?? NaN) >= (at?.wall[entry] ? asOf.wall : asOf.instant));
      if (reached < 0 && !isOutcome(names?.values[code] ?? '')) unknown.add(names?.values[code] ?? '');
      if (!exists && reached === won) wonLater = true;
      if (!exists || reached < 0) continue;
      entered |= 1 << reached;
      current = reached;
      furthest = Math.max(furthest, reached);
    }
    const state = textAt(status, row);
    // A win that the history dates later than the as-of has not happened yet.
    const outcome: Outcome = state === 'lost' ? 'lost' : state === 'won' && !wonLater ? 'won' : 'open';
    if (first === last || furthest < 0) {
      const code = stage?.codes[row] ?? -1;
      const named = ofStage[code] ?? -1;
      if (named < 0 && code >= 0 && !isOutcome(stage?.values[code] ?? '')) unknown.add(stage?.values[code] ?? '');
      // A stage that only says how the deal ended tells nothing of how far it came.
      current = named >= 0 && named !== won ? named : 0;
      entered |= 1 | (1 << current);
      furthest = current;
    }
    if (outcome !== 'open' && closed >= 0) [furthest, entered] = [Math.max(furthest, closed), entered | (1 << closed)];
    if (outcome === 'won' && won >= 0) [furthest, entered] = [won, entered | (1 << won)];
    return {outcome, furthest, current, entered};
  };
}
