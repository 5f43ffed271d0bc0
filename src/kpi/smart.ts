import type {Dataset} from '../dataset/dataset.js';
import {DAY} from '../calendar/civil.js';
import {between} from '../calendar/period.js';
import {comparedWindow, openWindow} from '../calendar/window.js';
import type {Window} from '../calendar/window.js';
import {evaluate} from './evaluate.js';
import type {Figure} from './figure.js';
import {toNumber} from './fraction.js';
import {isSum, withVariant} from './kpi.js';
import type {Defined} from './kpi.js';
import {resolve} from './query.js';
import type {Context, Query} from './query.js';
import {findTarget} from './find-target.js';
import type {Target} from './find-target.js';

/** One of the five things a target should be (Doran's SMART). */
export interface SmartCheck {
  readonly criterion: 'specific' | 'measurable' | 'achievable' | 'relevant' | 'time-bound';
  /** Null when nothing tells: there is no earlier period to judge by. */
  readonly isMet: boolean | null;
  /** The fields of the target that are not filled in. */
  readonly missing: readonly ('owner' | 'baseline' | 'reason' | 'end')[];
  /** Of `achievable`: what is still needed and the best so far, of sums and stocks a day, else as the figure stands. */
  readonly required?: number;
  readonly best?: number;
}

/** Periods of the same length that are looked back at. */
const PERIODS = 12;

/**
 * Whether the target of a figure is SMART: says who answers for it, what it sets out from, why and by when, and needs no more a day than the best
 * of the twelve periods of equal length before it. Undefined where there is no target.
 */
export function smart(dataset: Dataset, query: Query<Defined>): SmartCheck[] | undefined {
  const kpi = withVariant(query.kpi, query.variant);
  const context = resolve(dataset, query);
  const target = findTarget(kpi, context, query.target);
  if (!target) return undefined;
  const {owner, reason, baseline, start, end} = target;
  const lacks = <F extends SmartCheck['missing'][number]>(field: F, isThere: boolean) => {
    return {isMet: isThere, missing: isThere ? [] : [field]};
  };
  return [
    {criterion: 'specific', ...lacks('owner', Boolean(owner))},
    {criterion: 'measurable', ...lacks('baseline', baseline !== undefined)},
    {criterion: 'achievable', missing: [], ...achievable(kpi, target, context)},
    {criterion: 'relevant', ...lacks('reason', Boolean(reason))},
    {criterion: 'time-bound', ...lacks('end', Number.isFinite(end - start))}
  ];
}

function achievable(kpi: Defined, {value, start, end}: Target, context: Context): Pick<SmartCheck, 'isMet' | 'required' | 'best'> {
  const {asOf, zone} = context;
  if (!Number.isFinite(end - start)) return {isMet: null};
  const own = openWindow(between(start, end, {start, end}), asOf, zone);
  const past: Window[] = [];
  for (let last: Window | undefined = own; last && past.length < PERIODS;) {
    last = comparedWindow({...last, status: 'complete'}, 'previous', zone);
    if (last) past.unshift(last);
  }
  const isStock = kpi.kind === 'stock';
  const factor = isStock ? (kpi.factor ?? 1) : 1;
  const gained = ({value: figure, parts}: Figure): number | undefined => {
    if (!figure) return undefined;
    return isStock ? toNumber(figure) - factor * (parts?.opening ? toNumber(parts.opening) : 0) : toNumber(figure);
  };
  const isPaced = isSum(kpi) || isStock;
  const rates = evaluate(kpi, context, past).flatMap((figure, index) => {
    const gain = figure.n > 0 ? gained(figure) : undefined;
    return gain === undefined ? [] : isPaced ? gain / ((past[index].period.end - past[index].period.start) / DAY) : gain;
  });
  const isLower = kpi.better === 'lower';
  const best = rates.length === 0 ? undefined : isLower ? Math.min(...rates) : Math.max(...rates);
  const now = own.status === 'future' ? undefined : evaluate(kpi, context, [own])[0].value;
  // A stock goes on from where it stands, also before its period has begun.
  const from = now ? toNumber(now) : isStock ? undefined : 0;
  const daysLeft = (end - Math.max(start, own.status === 'future' ? start : own.end.wall)) / DAY;
  const required = !isPaced ? value : daysLeft > 0 && from !== undefined ? Math.max(0, value - from) / daysLeft : undefined;
  const isMet = best === undefined || required === undefined ? null : isLower ? required >= best : required <= best;
  return {isMet, ...(required !== undefined && {required}), ...(best !== undefined && {best})};
}
