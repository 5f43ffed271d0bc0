import type {Window} from '../calendar/window.js';
import {activeIn, isActive} from './active-reps.js';
import {quotient} from './figure.js';
import type {Figure} from './figure.js';
import {defineFlow, flow, flows} from './flow.js';
import {fraction, plus} from './fraction.js';
import {groupsBy, whole} from './groups.js';
import type {Defined, FlowKpi} from './kpi.js';
import {peopleOf} from './people.js';
import type {Context} from './query.js';

/** What makes a record a flow that is divided by the reps. */
export function definePerRep<const Id extends string>(
  kpi: Omit<FlowKpi, 'kind'> & {readonly id: Id}
): Defined<FlowKpi> & {readonly id: Id} {
  return {...defineFlow(kpi), by: {...flows.by, whole: flowPerRep}};
}

/** What the reps are credited with together, over the reps active at any time in each window. */
function flowPerRep(kpi: FlowKpi, context: Context, windows: readonly Window[]): Figure[] | undefined {
  if (!kpi.per) return undefined;
  const table = context.dataset.tables.get(kpi.table);
  const [all] = flow(kpi, context, windows, whole);
  const [nobody, ...byRep] = table ? flow(kpi, context, windows, groupsBy('rep', table, context)) : [];
  const {dataset} = context;
  const {reps} = peopleOf(dataset);
  return windows.map((window, index) => {
    if (!all[index].value) return all[index];
    const credited = byRep.map((row) => row[index].value ?? fraction(0)).reduce(plus, fraction(0));
    const there = reps.filter((rep) => isActive(dataset, rep, window));
    const active = context.params.fte
      ? there.map((rep) => activeIn(dataset, rep, window)).reduce(plus, fraction(0))
      : fraction(there.length);
    const unowned = nobody[index].issues.filter(({code}) => code === 'missing-owner');
    const issues = [...all[index].issues, ...unowned];
    return {...all[index], issues, ...quotient(credited, active)};
  });
}
