/** The figures of a chart as a table: what every chart can be looked at as. A figure is set as text where it is shown, and exported as it is. */
export interface TableView {
  readonly caption: string;
  readonly headers: readonly string[];
  /** The first cell of a row is its header. */
  readonly rows: readonly (readonly [name: string, ...figures: (number | null)[]])[];
  /** A figure in the words of the reader; columns count from 0, the header's. */
  readonly text: (figure: number | null, column: number) => string;
}
