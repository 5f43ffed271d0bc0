import type {Status, WindowText} from '../calendar/window.js';
import type {Direction, Unit} from './kpi.js';
import type {TargetResult} from './target.js';

/** Why there is no value. Never 0, NaN or Infinity instead. */
export type Reason =
  | 'empty-denominator'
  | 'missing-table'
  | 'missing-column'
  /** The table has rows, of which none could be read. */
  | 'no-readable-rows'
  | 'missing-fx-rate'
  | 'median-not-reached'
  | 'not-started'
  | 'below-minimum-sample'
  | 'suppressed-small-group'
  | 'no-comparable-period'
  /** Less of a period has passed than says anything of the rest. */
  | 'too-early';

/** Something a reader of the figure should know, with how many rows it concerns; of a single row, its id. */
export interface Issue {
  readonly code:
    | 'missing-amount'
    | 'negative-duration'
    | 'missing-date'
    | 'closed-without-date'
    | 'split-over-100'
    | 'unknown-stage'
    | 'lost-stage-unknown'
    | 'missing-fx-rate'
    | 'unknown-interval'
    | 'missing-owner'
    | 'future-dated'
    | 'unknown-currency'
    | 'status-history-inconsistent'
    | 'off-scale'
    | 'missing-probability'
    | 'missing-table'
    | 'missing-column'
    | 'no-readable-rows';
  readonly count?: number;
  readonly id?: string;
  /** The currencies, stages, table or column meant. */
  readonly names?: readonly string[];
}

/** A figure with all that is needed to trust it. */
export interface Figures {
  readonly value: number | null;
  readonly reason?: Reason;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** How many rows it rests on. */
  readonly n: number;
  readonly status: Status;
}

export interface Comparison extends Figures {
  readonly window: WindowText;
  /** Current less compared; of ratios in points (0.021 is 2.1 points). Null when either has no value. */
  readonly change: number | null;
  /** Change over the size of the compared value; null when that is 0. */
  readonly relativeChange: number | null;
}

export interface Result extends Figures {
  readonly kpi: string;
  readonly variant: string;
  readonly unit: Unit;
  readonly direction: Direction;
  /** Of money: the currency it is in, when the data or the query names one. */
  readonly currency?: string;
  readonly window: WindowText;
  /** The days that the formula looks at, where they are others than the period's: the thirty before its closing, the year of a lifetime value. */
  readonly ownWindow?: WindowText;
  readonly partial: boolean;
  /** Rows that are not decided yet: of a cohort its own, so the figure is provisional; beside a rate of the decided all there are by the end of the period. */
  readonly open?: number;
  /** What the figure is made of: of a stock, the bridge from its opening to its closing. */
  readonly parts?: Readonly<Record<string, number>>;
  readonly comparison?: Comparison;
  readonly target?: TargetResult;
  /** The rows that should have counted and could not, one by one. */
  readonly excluded: readonly Issue[];
  /** What the reader should know, summed up. */
  readonly issues: readonly Issue[];
}
