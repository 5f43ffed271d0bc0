import type {Table} from '../dataset/column.js';
import {columnOf} from '../dataset/columns-of.js';
import type {Groups} from './groups.js';

/** Which groups the rows count in. */
export interface Membership {
  /** Those of a row: its own, or those of all who took part in it; nobody's without any. */
  readonly of: (row: number) => readonly number[];
  /** Where rows have but one: `groupOf[codes[row] + 1]`, and without codes all are in the first. */
  readonly codes?: Int32Array;
  readonly groupOf: Int32Array;
  readonly isSingle: boolean;
}

export function membership(table: Table, groups: Groups): Membership {
  const nobody = [0];
  const several = groups.isOfPeople ? columnOf(table, 'repIds', 'list') : undefined;
  const reps = several?.fields.get('repId');
  if (several && reps?.type === 'text') {
    const groupOf = groups.of(reps);
    return {
      groupOf,
      isSingle: false,
      of(row) {
        const codes = reps.codes.subarray(several.offsets[row], several.offsets[row + 1]);
        return codes.length === 0 ? nobody : [...new Set(Array.from(codes, (code) => (code < 0 ? 0 : groupOf[code])))];
      }
    };
  }
  const member = groups.memberIn(table);
  if (!member) return {of: () => nobody, groupOf: Int32Array.of(0), isSingle: true};
  const groupOf = new Int32Array(member.values.length + 1);
  groupOf.set(groups.of(member), 1);
  return {of: (row) => [groupOf[member.codes[row] + 1]], codes: member.codes, groupOf, isSingle: true};
}
