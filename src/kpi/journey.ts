import type {Table, TextColumn} from '../dataset/column.js';
import {columnOf, historyOf, textAt} from '../dataset/columns-of.js';
import type {Stage} from '../dataset/settings.js';
import {outcomeIn} from '../dataset/status.js';
import type {AsOf} from '../calendar/moment.js';
import {dropWithEntries, moveCells} from './row-loops.js';
import {stageKey} from './stages.js';

/** How far one deal had come by the as-of. Stages are indices; -1 is before the first. */
export interface Journey {
  readonly outcome: 'won' | 'lost' | 'open';
  /** The furthest stage ever entered: at least the first, unless that is an outcome. Moving back does not undo it. */
  readonly furthest: number;
  /** Where it stands now. */
  readonly current: number;
  /** Lost, and nothing says at which stage: it counts at the first. */
  readonly isGuessed: boolean;
  /** Whether it entered each of the stages. */
  readonly entered: readonly boolean[];
  /** The stages it entered or stands at that are none of the funnel's, nor an outcome. */
  readonly unknown: readonly string[];
}

export interface Journeys {
  readonly of: (row: number) => Journey;
  /** Writes the kind of each deal. Those of one have come the same way: without a history, of one stage and status. -1 of one with a history of its own. */
  readonly kindsOf: (rows: Uint32Array, kinds: Int32Array) => void;
  /** The journey of a kind. */
  readonly ofKind: (kind: number) => Journey;
  readonly kinds: number;
}

/** Reads journeys off the deals: from the stage history where a deal has one, else from its current stage and its outcome. */
export function journeys(table: Table, stages: readonly Stage[], asOf: AsOf): Journeys {
  const places = new Map(stages.map(({id}, place) => [stageKey(id), place]));
  const [closed, won] = (['closed', 'won'] as const).map((outcome) => stages.findLastIndex((stage) => stage.outcome === outcome));
  const first = stages[0]?.outcome ? -1 : 0;
  const [status, stage] = ['status', 'stage'].map((name) => columnOf(table, name, 'text'));
  const history = historyOf(table, 'stageHistory', 'stage');
  const placesIn = (column: TextColumn | undefined) => column?.values.map((name) => places.get(stageKey(name)) ?? -1) ?? [];
  const ofStage = placesIn(stage);
  const entries = history && {...history, places: placesIn(history.said)};

  /** By the codes of its stage and status, and the entries of its history. */
  const read = (stageCode: number, statusCode: number, from: number, to: number): Journey => {
    const entered = stages.map(() => false);
    const unknown: string[] = [];
    const meet = (name: string | undefined): void => {
      if (name && !outcomeIn(name)) unknown.push(name);
    };
    const named = ofStage[stageCode] ?? -1;
    if (named < 0) meet(stage?.values[stageCode]);
    let [current, furthest, latest, isWonLater] = [-1, -1, -Infinity, false];
    for (let entry = from; entries && entry < to; entry++) {
      const place = entries.places[entries.said.codes[entry]] ?? -1;
      const ms = entries.at.ms[entry];
      const isLater = ms >= (entries.at.wall[entry] ? asOf.wall : asOf.instant);
      if (isLater && stages[place]?.outcome === 'won') isWonLater = true;
      if (!isLater && place < 0) meet(textAt(entries.said, entry));
      // An outcome is reached by how the deal stands, not by an entry that may have been undone.
      if (isLater || place < 0 || stages[place].outcome) continue;
      entered[place] = true;
      furthest = Math.max(furthest, place);
      if (!(ms < latest)) [current, latest] = [place, ms];
    }
    const state = status?.values[statusCode];
    // A win that the history dates later than the as-of has not happened yet.
    const outcome = state === 'lost' || (state === 'won' && !isWonLater) ? state : 'open';
    let isGuessed = false;
    if (furthest < 0) {
      // A stage that only says how the deal ended tells nothing of how far it came.
      const isStage = named >= 0 && !stages[named].outcome;
      const isElsewhere = !isStage && outcome === 'open' && stageCode >= 0 && named < 0;
      current = furthest = isStage ? named : isElsewhere ? -1 : first;
      isGuessed = !isStage && outcome === 'lost' && stages.length > 2;
      for (const place of [first, current]) if (place >= 0) entered[place] = true;
    }
    const decided = [outcome === 'open' ? -1 : closed, outcome === 'won' ? won : -1];
    for (const place of decided) if (place >= 0) entered[place] = true;
    // The won came past every stage, also where none is called so.
    furthest = outcome === 'won' && won < 0 ? stages.length - 1 : Math.max(furthest, ...decided);
    return {outcome, furthest, current, entered, unknown, isGuessed};
  };
  const known: (Journey | undefined)[] = [];
  const states = (status?.values.length ?? 0) + 1;
  const kinds = ((stage?.values.length ?? 0) + 1) * states;
  const ofKind = (kind: number) => (known[kind] ??= read(Math.floor(kind / states) - 1, (kind % states) - 1, 0, 0));
  const byStage = Int32Array.from({length: kinds / states}, (_, code) => code * states);
  const byStatus = Int32Array.from({length: states}, (_, code) => code);
  return {
    kinds,
    ofKind,
    kindsOf(rows, found) {
      found.fill(0);
      if (stage) moveCells(found, rows, stage.codes, byStage);
      if (status) moveCells(found, rows, status.codes, byStatus);
      if (entries) dropWithEntries(found, rows, entries.offsets);
    },
    of(row) {
      const [stageCode, statusCode] = [stage ? stage.codes[row] : -1, status ? status.codes[row] : -1];
      const [from, to] = entries ? [entries.offsets[row], entries.offsets[row + 1]] : [0, 0];
      return from < to ? read(stageCode, statusCode, from, to) : ofKind((stageCode + 1) * states + statusCode + 1);
    }
  };
}
