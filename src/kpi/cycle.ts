import type {Table} from '../dataset/column.js';
import {columnOf, entriesOf, textAt} from '../dataset/columns-of.js';
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
      ids?.codes.forEach((_, row) => created && points.set(textAt(ids, row), {ms: created.ms[row], isWall: created.wall[row] === 1}));
      return (row) => points.get(textAt(lead, row)) ?? NEVER;
    }
    case 'first-activity': {
      const activities = dataset.tables.get('activities');
      const [deal, status] = ['dealId', 'status'].map((name) => columnOf(activities, name, 'text'));
      const [at, ids] = [columnOf(activities, 'at', 'time'), columnOf(deals, 'id', 'text')];
      const points = new Map<string, Point>();
      for (let row = 0; at && row < at.ms.length; row++) {
        const [id, point] = [textAt(deal, row), {ms: at.ms[row], isWall: at.wall[row] === 1}];
        const isDone = textAt(status, row) === 'done' && point.ms < (point.isWall ? asOf.wall : asOf.instant);
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
  const history = columnOf(deals, 'stageHistory', 'list');
  const [names, at] = [history?.fields.get('stage'), history?.fields.get('at')];
  if (!history || names?.type !== 'text' || at?.type !== 'time') return () => NEVER;
  const isWanted = names.values.map((name) => stageKey(name) === stageKey(stage));
  return (row) => {
    let first = NEVER;
    for (let entry = history.offsets[row]; entry < history.offsets[row + 1]; entry++) {
      if (isWanted[names.codes[entry]] && !(at.ms[entry] >= first.ms)) first = {ms: at.ms[entry], isWall: at.wall[entry] === 1};
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
  const history = columnOf(deals, 'statusHistory', 'list');
  const [said, at] = [history?.fields.get('status'), history?.fields.get('at')];
  if (!params.subtractClosedTime || !history || said?.type !== 'text' || at?.type !== 'time') return undefined;
  return (row) => {
    let [closed, since]: [number, Point | undefined] = [0, undefined];
    for (const entry of entriesOf(history, row).sort((a, b) => at.ms[a] - at.ms[b])) {
      const point = {ms: at.ms[entry], isWall: at.wall[entry] === 1};
      if (textAt(said, entry) !== 'open') since ??= point;
      else if (since) [closed, since] = [closed + between(since, point), undefined];
    }
    return closed;
  };
}
