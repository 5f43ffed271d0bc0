/** The figures of a chart as a table: what every chart can be looked at as. The first cell of a row is its header. */
export interface TableView {
  readonly caption: string;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
}
