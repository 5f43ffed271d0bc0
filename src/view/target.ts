import type {Unit} from '../kpi/kpi.js';
import type {Report} from '../kpi/find-target.js';
import type {TargetResult, TargetStatus} from '../kpi/target.js';
import {dayText} from './dates.js';
import type {Format} from './format.js';
import {joined} from './heading.js';

/** A target as a bullet bar: how full it is, where it should be by now, and what that is called. Shares are of the target. */
export interface TargetView {
  readonly share: number;
  /** Of sums alone, which build up: the others have no bar. */
  readonly expected?: number | undefined;
  readonly tone: 'good' | 'warn' | 'bad' | 'muted';
  readonly status: string;
  /** `66% of 5.2M · needs 256K a day · 4.8M at this pace` */
  readonly text: string;
  /** Who answers for it, and in which report to whom: `Owner: Anna · Monday meeting, weekly to sales leads`. */
  readonly owner: string;
  /** When that report is due next. */
  readonly next?: {readonly text: string; readonly isOverdue: boolean} | undefined;
}

const TONES: Partial<Record<TargetStatus, 'good' | 'warn' | 'bad'>> = {
  achieved: 'good',
  'on-track': 'good',
  'at-risk': 'warn',
  'off-track': 'bad',
  missed: 'bad'
};

export function targetView(
  {target, attainment, status, expectedToDate, requiredPerDay, forecast, owner, report}: TargetResult,
  unit: Unit,
  asOf: string | null,
  format: Format
): TargetView {
  const {text, figure, percent} = format;
  const share = attainment ?? 0;
  const isSum = expectedToDate !== undefined;
  const goal = figure(target, unit).short;
  const required = requiredPerDay ?? 0;
  return {
    share,
    expected: isSum ? expectedToDate / (target || 1) : undefined,
    tone: TONES[status] ?? 'muted',
    status: text.statuses[status],
    text: joined(
      isSum ? text.ofTarget(percent(share), goal) : text.target(goal),
      required > 0 ? text.needs(figure(required, unit).short) : '',
      requiredPerDay != null && forecast != null ? text.atThisPace(figure(forecast, unit).short) : ''
    ),
    owner: joined(owner && text.owner(owner), report && reportText(report, format)),
    next: report?.next ? nextText(report.next, asOf, format) : undefined
  };
}

/** In which report a target is followed up, how often and for whom. */
export function reportText({name, every, audience}: Report, {text}: Format): string {
  const often = (text.every as Readonly<Record<string, string>>)[every] ?? every;
  return [name, [often, audience && text.to(audience)].filter(Boolean).join(' ')].filter(Boolean).join(', ');
}

/** When that report is due next, or was. */
export function nextText(next: string, asOf: string | null, format: Format): TargetView['next'] {
  const isOverdue = asOf !== null && next < asOf.slice(0, 10);
  return {text: (isOverdue ? format.text.overdue : format.text.next)(dayText(next, format, asOf)), isOverdue};
}
