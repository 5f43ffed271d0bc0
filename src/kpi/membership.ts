import type {Table} from '../dataset/column.js';
import {columnOf} from '../dataset/columns-of.js';
import type {Groups} from './groups.js';

/** The groups a row counts in: its own, or those of all who took part in it; nobody's without any. */
export function membership(table: Table, groups: Groups): (row: number) => readonly number[] {
  const nobody = [0];
  const several = groups.isOfPeople ? columnOf(table, 'repIds', 'list') : undefined;
  const reps = several?.fields.get('repId');
  if (several && reps?.type === 'text') {
    const groupOf = groups.of(reps);
    return (row) => {
      const codes = reps.codes.subarray(several.offsets[row], several.offsets[row + 1]);
      return codes.length === 0 ? nobody : [...new Set(Array.from(codes, (code) => (code < 0 ? 0 : groupOf[code])))];
    };
  }
  const member = groups.memberIn(table);
  if (!member) return () => nobody;
  const single = [nobody, ...Array.from(groups.of(member), (group) => [group])];
  return (row) => single[member.codes[row] + 1];
}
