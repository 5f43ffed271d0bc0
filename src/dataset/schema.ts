/** What a field holds. A `ratio` is a decimal that may be written in percent; a `flag` is text, `true` or `false`. */
export type ScalarType = 'text' | 'flag' | 'decimal' | 'ratio' | 'time';

/** A scalar, or the fields of the entries of a list. */
export type FieldType = ScalarType | ReadonlyMap<string, ScalarType>;

const types = new Map<string, ScalarType>(Object.entries({'#': 'decimal', '%': 'ratio', '@': 'time', '?': 'flag'}));

/** `name` is text; a mark gives another type: `#` decimal, `%` ratio, `@` time, `?` flag, `[a,b]` a list of entries. */
const shapes: Readonly<Record<string, string>> = {
  deals:
    'id name ownerId customerId amount# currency status isWon? isClosed? type createdAt@ closedAt@ stage pipeline source product probability% ' +
    'splits[repId,share%] stageHistory[stage,at@] statusHistory[status,at@]',
  leads: 'id name ownerId source createdAt@ firstResponseAt@ convertedAt@ disqualifiedAt@ excluded?',
  customers: 'id name startedAt@ endedAt@ periods[from@,to@] ownerId segment',
  orders: 'id customerId repId amount# currency status kind orderedAt@ product',
  subscriptions: 'id customerId amount# currency interval intervalCount# status startedAt@ endedAt@ canceledAt@',
  activities: 'id type status repIds[repId] leadId dealId direction automated? at@',
  costs: 'id category amount# currency at@ from@ to@ campaign',
  surveys: 'id respondentId team wave question score# scaleMin# scaleMax# respondedAt@',
  reps: 'id name team region manager avatar activeFrom@ activeTo@',
  targets: 'id kpi value% start@ end@ repId team owner baseline% reason',
  fxRates: 'currency from@ rate#'
};

function scalars(names: string): Map<string, ScalarType> {
  return new Map(
    names.split(',').map((name) => {
      const type = types.get(name.slice(-1));
      return type ? [name.slice(0, -1), type] : [name, 'text'];
    })
  );
}

function fields(shape: string): Map<string, FieldType> {
  const all = new Map<string, FieldType>();
  for (const word of shape.split(' ')) {
    const [name = '', entries] = word.split(/[[\]]/);
    if (entries) all.set(name, scalars(entries));
    else for (const [field, type] of scalars(name)) all.set(field, type);
  }
  return all;
}

/** The fields of every table and their types, in the order of the data contract. */
export const schema: ReadonlyMap<string, ReadonlyMap<string, FieldType>> = new Map(
  Object.entries(shapes).map(([table, shape]) => [table, fields(shape)])
);
