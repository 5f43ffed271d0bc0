import type {DataProblem} from '../dataset/dataset.js';
import type {Filter} from '../kpi/query.js';
import type {Account} from '../view/account.js';

export type KpiLoadDetail = Account;

export interface KpiErrorDetail {
  readonly code: string;
  /** HTTP status, when there was an answer. */
  readonly status?: number | undefined;
  /** The address without its query. */
  readonly url: string;
  readonly attempt: number;
  /** Why the text of the answer could not be read. */
  readonly problem?: DataProblem | undefined;
}

export interface KpiSelectDetail {
  readonly kpi: string;
  readonly rep?: string;
  readonly stage?: string;
  readonly bucket?: string;
  /** What the selected mark adds to the element's own filter, and that filter. */
  readonly filter: Filter;
  /** Ids of the records behind the mark, looked for when they are asked for. */
  readonly recordIds: readonly string[];
  /** False when it was chosen before, in a group, and no longer is; that cannot be canceled. */
  readonly isSelected: boolean;
}

/** New data is shown. */
export class KpiLoadEvent extends CustomEvent<KpiLoadDetail> {
  constructor(detail: KpiLoadDetail) {
    super('kpi-load', {detail, bubbles: true, composed: true});
  }
}

/** A source could not be loaded or read. Figures shown before stay. */
export class KpiErrorEvent extends CustomEvent<KpiErrorDetail> {
  constructor(detail: KpiErrorDetail) {
    super('kpi-error', {detail, bubbles: true, composed: true});
  }
}

/** The reader chose a rep, a stage, a bucket or a segment, or let go of it. Cancelable: canceled, a group does not follow. */
export class KpiSelectEvent extends CustomEvent<KpiSelectDetail> {
  constructor(detail: KpiSelectDetail) {
    super('kpi-select', {detail, bubbles: true, composed: true, cancelable: detail.isSelected});
  }
}

declare global {
  /** Of elements, documents and windows. */
  interface GlobalEventHandlersEventMap {
    'kpi-load': KpiLoadEvent;
    'kpi-error': KpiErrorEvent;
    'kpi-select': KpiSelectEvent;
  }
}
