import type {Table} from '../dataset/column.js';
import {columnOf, entriesOf, historyOf, textAt} from '../dataset/columns-of.js';
import {onClockOf, pointAt} from './elapsed.js';
import type {Point} from './elapsed.js';
import type {Context} from './query.js';
import {stageKey} from './stages.js';

type PointOf = (row: number) => Point;

const NEVER: Point = {ms: NaN, isWall: true};

/** Where the cycle of a deal starts as `params.startFrom` says; undefined where it says nothing else than its creation. */
export function cycleStart(deals: Table, {dataset, params: {startFrom = 'created'}, asOf}: Context): PointOf | undefined {
  switch (startFrom) {
    case 'created':
      return undefined;
    case 'lead': {
      const leads = dataset.tables.get('leads');
      const [ids, created, lead] = [columnOf(leads, 'id', 'text'), columnOf(leads, 'createdAt', 'time'), columnOf(deals, 'leadId', 'text')];
      const points = new Map<string, Point>();
      ids?.codes.forEach((_, row) => points.set(textAt(ids, row), pointAt(created, row)));
      return (row) => points.get(textAt(lead, row)) ?? NEVER;
    }
    case 'first-activity': {
      const activities = dataset.tables.get('activities');
      const [deal, status] = ['dealId', 'status'].map((name) => columnOf(activities, name, 'text'));
      const [at, ids] = [columnOf(activities, 'at', 'time'), columnOf(deals, 'id', 'text')];
      const points = new Map<string, Point>();
      for (let row = 0; at && row < at.ms.length; row++) {
        const [id, point] = [textAt(deal, row), pointAt(at, row)];
        const isDone = textAt(status, row) === 'done' && point.ms < onClockOf(point, asOf);
        if (isDone && !(point.ms >= (points.get(id)?.ms ?? Infinity))) points.set(id, point);
      }
      return (row) => points.get(textAt(ids, row)) ?? NEVER;
    }
    default:
      return stageEntry(deals, startFrom);
  }
}

/** When a deal first entered a stage, by its history. */
export function stageEntry(deals: Table, stage: string): PointOf {
  const history = historyOf(deals, 'stageHistory', 'stage');
  if (!history) return () => NEVER;
  const {said, at} = history;
  const isWanted = said.values.map((name) => stageKey(name) === stageKey(stage));
  return (row) => {
    let first = NEVER;
    for (let entry = history.offsets[row]; entry < history.offsets[row + 1]; entry++) {
      if (isWanted[said.codes[entry]] && !(at.ms[entry] >= first.ms)) first = pointAt(at, entry);
    }
    return first;
  };
}

/** How long a deal was closed before it was reopened, by its status history; with `params.subtractClosedTime` that is no part of its cycle. */
export function closedTime(
  deals: Table,
  {params}: Context,
  between: (from: Point, to: Point) => number
): ((row: number) => number) | undefined {
  const history = historyOf(deals, 'statusHistory', 'status');
  if (!params.subtractClosedTime || !history) return undefined;
  const {said, at} = history;
  return (row) => {
    let [closed, since]: [number, Point | undefined] = [0, undefined];
    for (const entry of entriesOf(history, row).sort((a, b) => at.ms[a] - at.ms[b])) {
      const point = pointAt(at, entry);
      if (textAt(said, entry) !== 'open') since ??= point;
      else if (since) [closed, since] = [closed + between(since, point), undefined];
    }
    return closed;
  };
}
