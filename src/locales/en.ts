import {said, type Names} from './names.en.js';
import {waitingEn} from './waiting.en.js';

const many = (n: string, one: string) => `${n} ${one}${n === '1' ? '' : 's'}`;

/** English, which sets what a dictionary must have. Texts of figures take them formatted. */
export const en = {
  ...waitingEn,
  /** What the number is, where the name alone does not say it: by KPI and variant. */
  measures: {
    'total-sales count': 'deals won',
    'win-rate closed': '% of deals decided',
    'win-rate created-cohort': '% of deals created',
    'win-rate by-amount': '% of amount decided',
    'average-purchase-value deals': 'per deal won',
    'sales-cycle-length median': 'median',
    'sales-cycle-length mean': 'mean',
    'deals reached': 'deals created',
    'deals touched': 'deals created that entered the stage',
    'deals strict': 'deals created that skipped no stage',
    'deals snapshot': 'open deals',
    'deals throughput': 'deals that entered the stage in the period',
    'leads reached': 'leads created',
    'leads touched': 'leads created that entered the stage',
    'leads strict': 'leads created that skipped no stage',
    'leads snapshot': 'open leads',
    'leads throughput': 'leads that entered the stage in the period'
  },
  /** What the number rests on, below it. */
  basis: {
    'total-sales': (n: string) => `${many(n, 'deal')} won`,
    'sales-per-rep': (_n: string, numerator: string, denominator: string) => `${numerator} by ${many(denominator, 'rep')}`,
    'win-rate': (_n: string, numerator: string, denominator: string) => `${numerator} won of ${denominator}`,
    'average-purchase-value': (n: string) => many(n, 'purchase'),
    'sales-cycle-length': (n: string) => many(n, 'deal')
  },
  /** One and many. */
  days: ['day', 'days'],
  points: (change: string) => `${change} points`,
  shorter: (change: string) => `${change} shorter`,
  longer: (change: string) => `${change} longer`,
  unchanged: 'unchanged',
  on: (period: string, value: string) => `on ${period} (${value})`,
  better: 'better',
  worse: 'worse',
  allTime: 'all time',
  quarter: (quarter: number | string) => `Q${quarter}`,
  week: (week: string) => `W${week}`,
  by: {day: 'by day', week: 'by week', month: 'by month', quarter: 'by quarter', year: 'by year'},
  asOf: (date: string) => `as of ${date}`,
  axisFrom: (value: string) => `axis starts at ${value}`,
  statuses: said(['achieved', 'missed', 'on-track', 'at-risk', 'off-track', 'not-started', 'no-data'], true),
  /** What a page's thresholds say. */
  ratings: {good: 'Good', warn: 'Fair', bad: 'Poor'},
  ofTarget: (share: string, target: string) => `${share} of ${target}`,
  target: (target: string) => `target ${target}`,
  needs: (perDay: string) => `needs ${perDay} a day`,
  atThisPace: (value: string) => `${value} at this pace`,
  routine: 'within normal variation',
  unusual: 'outside normal variation',
  owner: (name: string) => `Owner: ${name}`,
  every: {day: 'daily', week: 'weekly', month: 'monthly', quarter: 'quarterly', year: 'yearly'},
  to: (audience: string) => `to ${audience}`,
  next: (date: string) => `next ${date}`,
  overdue: (date: string) => `overdue since ${date}`,
  expected: 'expected by now',
  actual: 'actual',
  previous: 'previous period',
  yearAgo: 'year ago',
  /** How months are judged that have a year before them. */
  yearOnYear: 'year on year',
  unfinished: 'not over yet',
  average: (count: string) => `average of ${count}`,
  forecast: 'forecast',
  rest: 'Others',
  beyond: (what: string, sum: string) => `${what}: ${sum} in all, beyond this scale`,
  limits: 'normal variation',
  trial: 'trial limits: fewer than 12',
  signals: {
    'outside-limits': 'outside normal variation',
    'three-of-four': 'three of four far from the mean',
    'run-of-8': 'eighth in a row on one side of the mean'
  },
  period: 'Period',
  value: 'Value',
  rank: 'Rank',
  groups: said(['rep', 'team', 'region', 'manager'], true),
  quota: 'Quota',
  change: 'Change',
  search: 'Search',
  /** Of a long ranking: back and on. */
  pages: ['Previous page', 'Next page'],
  /** Marks the reader's own row. */
  you: 'you',
  tickIsPace: 'tick: pace to quota',
  unassigned: 'Unassigned',
  total: (n: string, by: string) => `Total, ${many(n, by === 'rep' ? 'rep' : 'row')}`,
  others: (n: string) => `${n} more`,
  addsUp: 'rows add up to the total',
  doesNotAddUp: 'rows do not add up to the total',
  countedOnce: 'a split deal counts once in the total',
  former: 'former',
  tie: 'tie',
  upBy: (n: string) => `up ${n}`,
  downBy: (n: string) => `down ${n}`,
  isNew: 'new',
  stage: 'Stage',
  goOn: (share: string) => `${share} go on`,
  overall: (share: string) => `${share} overall`,
  advanced: 'went on',
  open: 'still here',
  lost: 'lost',
  name: 'Name',
  /** Those of leads, and of deals whose data names none. */
  stages: {new: 'new', contacted: 'contacted', converted: 'converted', created: 'created', won: 'won'},
  median: (days: string) => `median ${days}`,
  toConvert: (stage: string, days: string, n: string, open: string) =>
    `${stage} ${days} after creation (median of ${n}), ${open} still open`,
  provisional: (n: string, days: string) => `provisional: ${n} still open had less than ${days}`,
  mostLost: (stage: string, n: string, share: string) => `largest loss at ${stage}: ${n} (${share})`,
  stalled: (n: string) => `${n} stalled`,
  stalledAs: 'open longer in their stage than three quarters of the others were',
  atRisk: (value: string) => `${value} at risk`,
  guessedOrder: 'order of stages told from the data',
  onlyOf: (names: string) => `only ${names}`,
  notOnlyOf: (names: string) => `for all, not only ${names}`,
  chosen: (names: string) => `${names} selected`,
  escapeClears: 'Escape clears it',
  nothingChosen: 'Selection cleared',
  clearChoice: 'Clear the selection',
  leftOut: (n: string, read: string) => `${n} of ${read} rows left out`,
  row: (row: string, column: string) => `row ${row}${column && `, ${column}`}`,
  rowReasons: {
    ...said([
      'missing-id',
      'duplicate-id',
      'conflicting-id',
      'not-a-number',
      'number-out-of-range',
      'not-a-date',
      'date-out-of-range',
      'unknown-status',
      'control-character',
      'too-few-fields',
      'too-many-fields',
      'unexpected-value',
      'not-a-row',
      'deleted'
    ]),
    'unknown-deal': 'no deal, or several, of that id or name',
    'not-a-stage': 'a change of another field than the stage',
    'date-without-zone': 'time without a zone: set assume-zone'
  },
  aboutData: 'how the data was read',
  /** What to know of how the data was read. */
  notes: {
    'content-type': () => 'sent as another kind of file than it is (Content-Type)',
    'windows-1252': () => 'characters read as Windows-1252',
    'utf-16': () => 'characters read as UTF-16',
    'report-lines': (n: string) => `${n} lines of title, filters or totals around the table are no rows`,
    'close-date-on-closing': () => 'HubSpot: the close date is the day a deal was closed, unless someone changed it',
    'expected-close-date': () => 'Zoho: the expected closing date stands for the day a deal was decided'
  },
  issues: {
    'missing-amount': (n: string) => `${n} without an amount`,
    'negative-duration': (n: string) => `${n} closed before created, not counted`,
    'missing-date': (n: string) => `${n} without a date, not counted`,
    'closed-without-date': (n: string) => `${n} closed without a date, not counted`,
    'split-over-100': (n: string) => `${n} split over 100 %`,
    'lost-stage-unknown': (n: string) => `${n} lost at a stage not said, counted at the first`,
    'unknown-stage': (_n: string, names: string) => `unknown stage: ${names}`,
    'missing-fx-rate': (_n: string, names: string) => `no exchange rate for ${names}`,
    'unknown-interval': (n: string, names: string) => `${n} with an unknown interval (${names}), not counted`,
    'missing-owner': (n: string) => `${n} without an owner`,
    'future-dated': (n: string) => `${n} dated after the day of the report, not counted`,
    'unknown-currency': (n: string, names: string) => `${n} in an unknown currency (${names})`,
    'status-history-inconsistent': (n: string) => `${n} with another status than their history ends with`,
    'off-scale': (n: string) => `${n} answers on another scale, not counted`,
    'missing-probability': (n: string) => `${n} without a probability, not counted`,
    'missing-table': (_n: string, names: string) => `needs the table ${names}`,
    'missing-column': (_n: string, names: string) => `needs ${names}`,
    'no-readable-rows': (_n: string, names: string) => `no row of ${names} could be read`
  },
  reasons: {
    'empty-denominator': 'no cases in this period',
    'missing-table': 'data not supplied',
    'missing-column': 'data not supplied',
    'no-readable-rows': 'no row could be read',
    'missing-fx-rate': 'exchange rate missing',
    'median-not-reached': 'not reached yet: most are still waiting',
    'not-started': 'has not started',
    'below-minimum-sample': 'too few cases',
    'suppressed-small-group': 'too few answers to show',
    'no-comparable-period': 'nothing to compare with',
    'too-early': 'too early to tell'
  },
  empty: 'No rows',
  emptyHint: 'The source holds no rows yet.',
  noSource: 'No data',
  noSourceHint: 'Set src, data, or a JSON script inside the element.',
  stale: (time: string) => `Not refreshed: figures of ${time}`,
  menu: 'Options',
  /** Of the menu: the file it needs did not come. */
  unavailable: 'The rest of the menu could not be loaded.',
  asTable: 'View as table',
  asChart: 'View as chart',
  /** What went wrong with a source, and what to do. */
  errors: {
    ...waitingEn.errors,
    cors: ['The server lets this page read nothing'],
    offline: ['Offline', 'The figures come back with the connection.'],
    timeout: ['No answer in time', 'The server may be busy. Wait a little.'],
    stalled: ['The answer stopped', 'The connection may be weak.'],
    slow: ['Not done in 60 s', 'A smaller export or a faster connection helps.'],
    interrupted: ['The answer was cut off', 'The connection may be weak.'],
    'not-found': ['Nothing at this address', 'Check the address.'],
    'no-access': ['No access', 'Ask whoever keeps the export for access.'],
    'sign-in': ['Sign in to see the figures', 'The session has perhaps ended.'],
    limited: ['Too many requests', 'The server asks for a pause. Wait a little.'],
    server: ['The server failed', 'Wait a little; tell whoever runs it if it goes on.'],
    refused: ['The server refused', 'Check the address.'],
    'too-large': ['Too large', 'Export fewer rows or columns, or raise max-bytes.'],
    'bad-gzip': ['The file could not be unpacked', 'It says it is gzip but is damaged. Export it again.'],
    empty: ['An empty answer', 'The export was perhaps being written.'],
    'row-count': ['Not the rows that were expected'],
    unreadable: ['The data could not be read']
  },
  /** The hint where a browser keeps a page that was opened from a folder from the files in it. */
  fromDisk: 'A page opened from a folder may read no files. Open it through a web server, or put the records into the page.',
  stoppedAfter: (size: string) => `The answer stopped after ${size} kB`,
  largerThan: (size: string) => `Larger than ${size} MB`,
  limitedUntil: (time: string) => `The server limits requests until ${time}`,
  /** The hint where a server of another origin does not let the page read. */
  allow: (origin: string) => `It must allow ${origin} (CORS), or you must sign in there.`,
  rowCount: (read: string, expected: string) => `${read} instead of ${expected}: the export was perhaps cut off.`,
  /** Why a file could not be read, and what to do. */
  problems: {
    'empty-answer': () => 'The file is empty. Export it again.',
    'web-page': () => 'The file is a web page, not data: sign in, or check the address.',
    'not-json': (at: string) => `Not valid JSON${at && ` at byte ${at}`}. Export it again: it was perhaps cut off.`,
    'not-a-dataset': () => 'JSON, but neither rows, [{…}], nor a dataset, {"deals": [{…}]}.',
    workbook: () => 'An Excel workbook. Save it as CSV (UTF-8) and use that file.',
    'no-parquet-reader': () => 'To read Parquet files, install hyparquet or name it in an import map.',
    'no-arrow-reader': () => 'To read Arrow files, install @uwdata/flechette or name it in an import map.',
    compressed: (_at: string, seen: string) => `Compressed with ${seen}. Export it uncompressed, Parquet also with Snappy.`,
    damaged: () => 'The file is damaged or was cut off. Export it again.',
    'unclosed-quote': (at: string) => `The quote opened in line ${at} never closes. Export it again.`,
    'no-known-columns': (_at: string, seen: string) =>
      `No known columns. The file has: ${seen}. Name them in its first line, or in fields.`,
    truncated: (at: string) => `The file was cut off in line ${at}. Export it again.`,
    'duplicate-header': (_at: string, _seen: string, column: string) =>
      `Two columns have the same name: ${column}. Rename one or leave it out.`,
    'ambiguous-date': (_at: string, seen: string, column: string) =>
      `Day or month first in ${column} (${seen})? Set date-format to dmy or mdy.`,
    'ambiguous-number': (_at: string, seen: string, column: string) => `Thousands or decimals in ${column} (${seen})? Set decimal to . or ,`
  }
};

/** The shape of a dictionary, whatever it says. */
export type Widened<T> = T extends string
  ? string
  : T extends (...given: infer A) => string
    ? (...given: A) => string
    : T extends readonly string[]
      ? readonly string[]
      : {readonly [K in keyof T]: Widened<T[K]>};

/** What every language has: the same keys, texts of the same arguments. */
export type Dictionary = Widened<typeof en>;

/** What those read who look after a page. */
type OfKeepers =
  | 'rowReasons'
  | 'notes'
  | 'issues'
  | 'noSource'
  | 'noSourceHint'
  | 'configuration'
  | 'configurationHint'
  | 'errors'
  | 'fromDisk'
  | 'stoppedAfter'
  | 'largerThan'
  | 'limitedUntil'
  | 'allow'
  | 'rowCount'
  | 'problems';

/** What a language must have: all that the readers of figures read. It may leave the rest to English. */
export type ShortDictionary = Omit<Dictionary, OfKeepers | 'kpis'> & {readonly kpis: Names};
