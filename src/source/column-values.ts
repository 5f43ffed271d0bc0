import type {DataProblem} from '../dataset/dataset.js';

/** Ends the reading of a file of columns. */
export class BadColumns extends Error {
  readonly problem: DataProblem;

  constructor(problem: DataProblem) {
    super(problem.code);
    this.problem = problem;
  }
}

/** The columns of a file by name, in its order. */
export type Columns = readonly (readonly [name: string, cells: unknown[]])[];

/*
 * Values of typed files as `createDataset` takes them, exactly: a day as text of the calendar, a moment as text with its offset or, where it
 * has none, without; an integer as a number or, where a number would round it, as a bigint; a decimal as the nearest number, whose digits are its own.
 */

/** An integer of any width. */
export function integer(value: number | bigint): number | bigint {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

/** `units` / 10 ** `scale`, read from its digits: a division would round twice. */
export function decimal(units: bigint, scale: number): number | bigint {
  return scale > 0 ? Number(`${units}e-${scale}`) : integer(units * 10n ** BigInt(-scale));
}

/** The day that begins so many milliseconds after 1970 on the calendar. */
export function day(ms: number): string {
  return iso(ms).slice(0, 10);
}

/** A moment in milliseconds since 1970, in UTC or, where that is not said, on some clock's wall. */
export function moment(ms: number, isUtc: boolean): string {
  const text = iso(ms).replace(/(\.000)?Z$/, '');
  return isUtc ? `${text}Z` : text;
}

/** What no calendar has is left as it stands, to be refused with its row. */
function iso(ms: number): string {
  return Math.abs(ms) <= 8.64e15 ? new Date(ms).toISOString() : `day ${ms}`;
}
