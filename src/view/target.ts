import type {Unit} from '../kpi/kpi.js';
import type {TargetResult, TargetStatus} from '../kpi/target.js';
import type {Format} from './format.js';
import {joined} from './heading.js';

/** A target as a bullet bar: how full it is, where it should be by now, and what that is called. Shares are of the target. */
export interface TargetView {
  readonly share: number;
  /** Of sums alone, which build up: the others have no bar. */
  readonly expected?: number | undefined;
  readonly tone: 'good' | 'warn' | 'bad' | 'muted';
  readonly status: string;
  /** `66% of 5.2M · needs 256K a day` */
  readonly text: string;
}

const TONES: Partial<Record<TargetStatus, 'good' | 'warn' | 'bad'>> = {
  achieved: 'good',
  'on-track': 'good',
  'at-risk': 'warn',
  'off-track': 'bad',
  missed: 'bad'
};

export function targetView(
  {target, attainment, status, expectedToDate, requiredPerDay}: TargetResult,
  unit: Unit,
  {text, figure, percent}: Format
): TargetView {
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
      required > 0 ? text.needs(figure(required, unit).short) : ''
    )
  };
}
