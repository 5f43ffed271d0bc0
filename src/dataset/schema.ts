/**
 * What a field holds. A `ratio` is a decimal that may be written in percent, a `flag` the text `true` or `false`, an `outcome` `won`, `lost` or `open`, a `state` `planned` or
 * `done` or what it says,
 * a `currency` a code or a sign, alone or beside an amount, a `segment` text where what is none is missing.
 */
export type ScalarType = 'text' | 'segment' | 'flag' | 'outcome' | 'state' | 'currency' | 'decimal' | 'ratio' | 'time';

/** A scalar, or the fields of the entries of a list. */
export type FieldType = ScalarType | ReadonlyMap<string, ScalarType>;

const types = new Map<string, ScalarType>([
  ['#', 'decimal'],
  ['%', 'ratio'],
  ['@', 'time'],
  ['?', 'flag'],
  ['!', 'outcome'],
  ['~', 'state'],
  ['$', 'currency']
]);

/** `name` is text; a mark gives another type: `#` decimal, `%` ratio, `@` time, `?` flag, `!` outcome, `~` state, `$` currency, `[a b]` a list of entries. */
const shapes: Readonly<Record<string, string>> = {
  deals:
    'id name ownerId customerId leadId amount# currency$ status! isWon? isClosed? type createdAt@ closedAt@ expectedCloseAt@ stage pipeline source product probability% ' +
    'splits[repId share%] stageHistory[stage at@] statusHistory[status! at@] ownerHistory[ownerId repId at@]',
  stageHistory: 'dealId stage at@',
  leads: 'id name ownerId source createdAt@ firstResponseAt@ convertedAt@ disqualifiedAt@ excluded?',
  customers: 'id name startedAt@ endedAt@ periods[from@ to@] ownerId segment',
  orders: 'id customerId repId amount# currency$ status kind orderedAt@ invoicedAt@ paidAt@ refundOf product',
  subscriptions:
    'id customerId amount# currency$ interval intervalCount# discountAmount# discountDuration status startedAt@ endedAt@ canceledAt@',
  activities: 'id type status~ repIds[repId] leadId dealId direction automated? at@',
  costs: 'id category amount# currency$ at@ from@ to@ campaign',
  surveys: 'id respondentId team wave question score# scaleMin# scaleMax# respondedAt@',
  reps: 'id name team region manager avatar activeFrom@ activeTo@',
  targets: 'id kpi value% start@ end@ repId team owner baseline% reason report[name every audience next@]',
  fxRates: 'currency$ from@ rate#'
};

function fields(shape: string): Map<string, FieldType> {
  return new Map(
    Array.from(shape.matchAll(/(\w+)(?:\[(.*?)\]|(\W?))/g), ([, name, entries, mark]) => [
      name,
      entries ? (fields(entries) as Map<string, ScalarType>) : (types.get(mark) ?? 'text')
    ])
  );
}

/** The fields of every table and their types, in the order of the data contract. */
export const schema: ReadonlyMap<string, ReadonlyMap<string, FieldType>> = new Map(
  Object.entries(shapes).map(([table, shape]) => [table, fields(shape)])
);
