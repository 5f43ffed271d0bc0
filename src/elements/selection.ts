import type {Dataset} from '../dataset/dataset.js';
import {bothFilters} from '../kpi/both-filters.js';
import type {Filter, Only, Query, Scope} from '../kpi/query.js';
import {figuresHere} from '../source/computing.js';
import type {Figures} from '../source/computing.js';
import type {KpiSelectDetail} from './events.js';
import type {Choice} from './link.js';

/** What a reader chooses, as the event tells it. */
export type Mark = Omit<KpiSelectDetail, 'kpi' | 'recordIds' | 'isSelected'>;

/** Finds the records behind a mark that no filter describes. */
export type Find = (figures: Figures, dataset: Dataset) => Only;

/** What the element is asked at the moment, of which records. */
interface Asked {
  readonly query: Scope & Partial<Query>;
  /** The element's own. */
  readonly filter: Filter;
  readonly records: Dataset | undefined;
  /** The id of what it shows. */
  readonly kpi: string;
}

/** A mark as the group shares it. `name` is what the reader knows it by, `tell` asks the page. */
export function choiceOf(mark: Mark, name: string, asked: () => Asked, tell: (detail: KpiSelectDetail) => boolean, find?: Find): Choice {
  const {rep, stage, bucket, filter} = mark;
  return {
    kind: bucket ? 'bucket' : stage ? 'stage' : rep ? 'rep' : 'segment',
    key: bucket ?? rep ?? JSON.stringify(filter),
    name,
    period: bucket,
    ...(find ? onlyIn(find, asked) : {filter}),
    tell: (isSelected) => tell(detailOf(mark, isSelected, asked(), find))
  };
}

/** Found once for the same records and query, however many elements follow. */
function onlyIn(find: Find, asked: () => Asked): Pick<Choice, 'only' | 'source'> {
  let known: {dataset: Dataset; key: string; only: Only} | undefined;
  const source = () => JSON.stringify(asked().query);
  return {
    source,
    only: (figures, dataset) => {
      const key = source();
      if (known?.dataset !== dataset || known.key !== key) known = {dataset, key, only: find(figures, dataset)};
      return known.only;
    }
  };
}

function detailOf(
  mark: Mark,
  isSelected: boolean,
  {query: {kpi, ...query}, filter, records, kpi: id}: Asked,
  find?: Find
): KpiSelectDetail {
  const period = mark.bucket ?? query.period;
  return {
    kpi: id,
    ...mark,
    filter: {...filter, ...mark.filter},
    isSelected,
    get recordIds() {
      const figures = figuresHere();
      if (!figures || !records) return [];
      const both = bothFilters(query.filter ?? {}, mark.filter);
      const only = find?.(figures, records) ?? (kpi && figures.figureRecords(records, {...query, kpi, period, filter: both}));
      return [...(only ? only.ids : [])];
    }
  };
}
