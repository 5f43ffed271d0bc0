import type {DataProblem, RowIssue} from '../dataset/dataset.js';
import type {Filter} from '../kpi/query.js';

export interface KpiLoadDetail {
  /** Rows that count: those accepted. */
  readonly rows: number;
  readonly rejected: number;
  /** Every rejected row with its reason. */
  readonly issues: readonly RowIssue[];
  /** The latest date in the data, up to the as-of; null without one. */
  readonly latest: string | null;
}

export interface KpiErrorDetail {
  readonly code: string;
  /** HTTP status, when there was an answer. */
  readonly status?: number;
  /** The address without its query. */
  readonly url: string;
  readonly attempt: number;
  /** Why the text of the answer could not be read. */
  readonly problem?: DataProblem;
}

export interface KpiSelectDetail {
  readonly kpi: string;
  readonly rep?: string;
  readonly stage?: string;
  readonly bucket?: string;
  /** What the selected mark adds to the element's own filter, and that filter. */
  readonly filter: Filter;
}

/** New data is shown. */
export class KpiLoadEvent extends Event {
  static readonly type = 'kpi-load';
  readonly detail: KpiLoadDetail;

  constructor(detail: KpiLoadDetail) {
    super(KpiLoadEvent.type, {bubbles: true, composed: true});
    this.detail = detail;
  }
}

/** A source could not be loaded or read. Figures shown before stay. */
export class KpiErrorEvent extends Event {
  static readonly type = 'kpi-error';
  readonly detail: KpiErrorDetail;

  constructor(detail: KpiErrorDetail) {
    super(KpiErrorEvent.type, {bubbles: true, composed: true});
    this.detail = detail;
  }
}

/** The reader chose a rep, a stage or a bucket. Cancelable. */
export class KpiSelectEvent extends Event {
  static readonly type = 'kpi-select';
  readonly detail: KpiSelectDetail;

  constructor(detail: KpiSelectDetail) {
    super(KpiSelectEvent.type, {bubbles: true, composed: true, cancelable: true});
    this.detail = detail;
  }
}

declare global {
  interface HTMLElementEventMap {
    'kpi-load': KpiLoadEvent;
    'kpi-error': KpiErrorEvent;
    'kpi-select': KpiSelectEvent;
  }
}
