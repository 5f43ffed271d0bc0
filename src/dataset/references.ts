import type {Dataset} from './dataset.js';
import type {TableOptions} from './settings.js';
import {withStageHistory} from './stage-history.js';

/** A table that lies in a file of its own, and how that is read. */
export interface Reference {
  /** Relative to the file that refers to it. */
  readonly src: string;
  /** Undefined where the name says none: then its headers tell. */
  readonly table?: string | undefined;
  readonly options: TableOptions;
}

type Named = Readonly<Record<string, unknown>>;

/** The tables of a dataset object by the names it gives them: those of a Frictionless Data Package are its `resources`. */
export function namedTables(input: unknown): (readonly [name: string, table: unknown])[] {
  const {resources} = Object(input) as Named;
  if (!Array.isArray(resources)) return Object.entries(Object(input) as Named);
  return resources.map((resource: unknown) => {
    const {name, path, data, schema} = Object(resource) as Named;
    return [String(name), data ?? {src: Array.isArray(path) && path.length === 1 ? (path[0] as unknown) : path, ...ofSchema(schema)}];
  });
}

/** What a Table Schema says of the whole file: the order of day and month and the decimal sign, where its columns agree. */
function ofSchema(schema: unknown): TableOptions {
  const {fields} = Object(schema) as Named;
  const of = (property: string) => {
    const said = new Set(Array.isArray(fields) ? fields.map((field) => (Object(field) as Named)[property]).filter(Boolean) : []);
    return said.size === 1 ? String([...said][0]) : '';
  };
  const order = of('format')
    .replace(/%-?([dmy])[^%]*/gi, '$1')
    .toLowerCase();
  return {dateFormat: /^(dmy|mdy|ymd)$/.test(order) ? order : undefined, decimal: of('decimalChar') || undefined};
}

/** `{src, table?, preset?, fields?, …}` in the place of rows, else undefined. */
export function referenceIn(value: unknown): {readonly src: string; readonly table: string; readonly options: TableOptions} | undefined {
  const given = Object(value) as Named;
  const {src, table, fields} = given;
  if (typeof src !== 'string') return undefined;
  const texts = ['preset', 'dateFormat', 'decimal', 'assumeZone'].filter((name) => typeof given[name] === 'string');
  const {endInclusive} = given;
  const headers = Object.entries(Object(fields) as Named).filter(([, header]) => typeof header === 'string');
  return {
    src,
    table: typeof table === 'string' ? table : '',
    options: {
      ...Object.fromEntries(texts.map((name) => [name, given[name]])),
      ...(typeof endInclusive === 'boolean' && {endInclusive}),
      ...(headers.length && {fields: Object.fromEntries(headers) as Record<string, string>})
    }
  };
}

/** A dataset with the tables of others, and stage changes at their deals. Two of one name are a problem. */
export function mergeDatasets(dataset: Dataset, others: readonly Dataset[]): Dataset {
  const all = [dataset, ...others];
  const tables = new Map(all.flatMap((each) => [...each.tables]));
  const names = all.flatMap((each) => [...each.tables.keys()]);
  const twice = names.find((name, at) => names.indexOf(name) < at);
  const recognised = new Map(all.flatMap((each) => [...each.recognised]));
  const [deals, history] = [tables.get('deals'), tables.get('stageHistory')];
  const how = recognised.get('deals');
  if (deals && how && history) tables.set('deals', withStageHistory({table: deals, recognised: how}, history, dataset.settings));
  return {
    ...dataset,
    tables,
    rows: Object.assign({}, ...all.map(({rows}) => rows)) as Dataset['rows'],
    issues: all.flatMap(({issues}) => issues),
    notes: all.flatMap(({notes}) => notes),
    recognised,
    references: undefined,
    problem: twice ? {code: 'duplicate-header', table: twice, seen: [twice]} : undefined
  };
}
