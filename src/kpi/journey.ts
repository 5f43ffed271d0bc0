import type {Table, TextColumn} from '../dataset/column.js';
import {columnOf, textAt} from '../dataset/columns-of.js';
import type {Stage} from '../dataset/settings.js';
import type {AsOf} from '../calendar/moment.js';
import {outcomeOf, stageKey} from './stages.js';

/** How far one deal had come by the as-of. Stages are indices. */
export interface Journey {
  readonly outcome: 'won' | 'lost' | 'open';
  /** The furthest stage ever entered: at least the first. Moving back does not undo it. */
  readonly furthest: number;
  /** Where it stands now. */
  readonly current: number;
  /** The stages it entered, as bits. */
  readonly entered: number;
}

/** Reads journeys off the deals: from the stage history where a deal has one, else from its current stage and its outcome. `unknown` gets the stages that are none of the funnel's. */
export function journeys(table: Table, stages: readonly Stage[], asOf: AsOf, unknown: Set<string>): (row: number) => Journey {
  const places = new Map(stages.map(({id}, place) => [stageKey(id), place]));
  const [closed, won] = (['closed', 'won'] as const).map((outcome) => stages.findIndex((stage) => stage.outcome === outcome));
  const [status, stage] = ['status', 'stage'].map((name) => columnOf(table, name, 'text'));
  const history = columnOf(table, 'stageHistory', 'list');
  const [names, at] = [history?.fields.get('stage'), history?.fields.get('at')];
  const placesIn = (column: TextColumn | undefined) =>
    column?.values.map((name) => {
      const place = places.get(stageKey(name)) ?? -1;
      if (place < 0 && !outcomeOf(name)) unknown.add(name);
      return place;
    }) ?? [];
  const ofStage = placesIn(stage);
  const entries =
    history && names?.type === 'text' && at?.type === 'time' ? {offsets: history.offsets, names, at, places: placesIn(names)} : undefined;

  return (row) => {
    let [entered, current, furthest, isWonLater] = [0, -1, -1, false];
    for (let entry = entries?.offsets[row] ?? 0; entries && entry < entries.offsets[row + 1]; entry++) {
      const place = entries.places[entries.names.codes[entry]] ?? -1;
      const isLater = entries.at.ms[entry] >= (entries.at.wall[entry] ? asOf.wall : asOf.instant);
      if (isLater && place === won) isWonLater = true;
      if (isLater || place < 0) continue;
      [entered, current, furthest] = [entered | (1 << place), place, Math.max(furthest, place)];
    }
    const state = textAt(status, row);
    // A win that the history dates later than the as-of has not happened yet.
    const outcome = state === 'lost' || (state === 'won' && !isWonLater) ? state : 'open';
    if (furthest < 0) {
      // A stage that only says how the deal ended tells nothing of how far it came.
      const named = ofStage[stage?.codes[row] ?? -1] ?? -1;
      current = furthest = named >= 0 && named !== won ? named : 0;
      entered = 1 | (1 << current);
    }
    for (const place of [outcome === 'open' ? -1 : closed, outcome === 'won' ? won : -1]) {
      if (place >= 0) [furthest, entered] = [Math.max(furthest, place), entered | (1 << place)];
    }
    return {outcome, furthest, current, entered};
  };
}
