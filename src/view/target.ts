import type {Unit} from '../kpi/kpi.js';
import type {TargetResult} from '../kpi/target.js';
import type {Format} from './format.js';

/** A target as a bullet bar: how full it is, where it should be by now, and what that is called. Shares are of the target. */
export interface TargetView {
  readonly share: number;
  readonly expected?: number;
  readonly tone: 'good' | 'warn' | 'bad' | 'neutral';
  readonly status: string;
  /** `66% of 5.2M · needs 256K a day` */
  readonly text: string;
}

const TONES = {
  achieved: 'good',
  'on-track': 'good',
  'at-risk': 'warn',
  'off-track': 'bad',
  missed: 'bad',
  'not-started': 'neutral',
  'no-data': 'neutral'
} as const;

export function targetView(target: TargetResult, unit: Unit, format: Format): TargetView {
  const {text} = format;
  const short = (value: number) => {
    const {text: figure, unit: size} = format.figure(value, unit);
    return `${figure}${unit === 'days' ? ' ' : ''}${size}`;
  };
  const goal = short(target.target);
  const share = target.attainment ?? 0;
  const isSum = target.expectedToDate !== undefined;
  const required = target.requiredPerDay ?? 0;
  return {
    share,
    ...(isSum && {expected: target.elapsedDays / target.totalDays}),
    tone: TONES[target.status],
    status: text.statuses[target.status],
    text: [isSum ? text.ofTarget(format.percent(share), goal) : text.target(goal), required > 0 && text.needs(short(required))]
      .filter(Boolean)
      .join(' · ')
  };
}
