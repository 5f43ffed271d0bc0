/** A stage of the funnel, in the order of selling. A stage may also stand for an outcome: `closed` is reached by every decided deal, `won` by the won. */
export interface Stage {
  readonly id: string;
  readonly label?: string;
  readonly outcome?: 'won' | 'lost' | 'closed';
}

/** What a dataset says of itself. An attribute of the element or a field of the query beats it. */
export interface Settings {
  /** Reporting currency, ISO 4217. Rows without a currency are in it. */
  readonly currency?: string;
  /** IANA zone in which days begin and end. Default UTC, never the reader's. */
  readonly timeZone?: string;
  /** First month of the fiscal year, 1-12. */
  readonly fiscalYearStart?: number;
  /** By which year a fiscal year is named. Default `both`, read as the year it ends in. */
  readonly fiscalYearLabel?: 'start' | 'end' | 'both';
  /** Periods of the company's own, half-open: their key can be asked for. */
  readonly periods?: readonly {readonly key: string; readonly start: string; readonly end: string}[];
  /** First day of the week, 1 = Monday. */
  readonly weekStart?: number;
  /** How far the data is looked at: a date (its end) or an instant. */
  readonly asOf?: string;
  readonly stages?: readonly (string | Stage)[];
  /** Days of the week on which people work, 1 = Monday, and dates on which nobody does: for comparisons by working days. */
  readonly workingDays?: readonly number[];
  readonly holidays?: readonly string[];
  /** Ends that are days (`endedAt`, `activeTo`, `to`, `end`) are the last with what they end, not the first without. Default false. */
  readonly endInclusive?: boolean;
  /** Printed as the source line. */
  readonly source?: string;
}

/** How to read an input; only what cannot be seen in the data itself. */
export interface DatasetOptions {
  /** The table of an array of rows or of a CSV. Default what its headers tell, else `deals`. */
  readonly table?: string;
  /**
   * Order of day and month in dates such as 01/02/2024: `dmy`, `mdy` or `ymd`; or what numbers count that are dates: `excel` days, `unix`
   * seconds, `unix-ms` milliseconds.
   */
  readonly dateFormat?: string;
  /** Decimal sign of numbers such as 1,234: `.` or `,`. */
  readonly decimal?: string;
  /** Zone of date-times without an offset; without it such rows are left out. */
  readonly assumeZone?: string;
  /** Whether ends that are days are the last with what they end; default what the settings say. */
  readonly endInclusive?: boolean;
  /**
   * The CRM that wrote the file: `salesforce`, `hubspot`, `pipedrive`, `dynamics`, `zoho`, `nutshell`, or `plain` for none of them.
   * Default `auto`: told by the headers.
   */
  readonly preset?: string;
  /** Overrides of the mapping: field -> header. */
  readonly fields?: Readonly<Record<string, string>>;
  /** What holds for one table of a dataset alone. */
  readonly tables?: Readonly<Record<string, TableOptions>>;
  readonly settings?: Settings;
}

/** How to read one table where its file is of its own kind. */
export type TableOptions = Pick<DatasetOptions, 'preset' | 'fields' | 'dateFormat' | 'decimal' | 'assumeZone' | 'endInclusive'>;
