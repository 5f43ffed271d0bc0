import {existsSync, readFileSync} from 'node:fs';

// `npm run truth` prints our figures of real, public data beside independently computed ones. The data lies beside the repository, if at all:
// ../shared/data with truth.json. Fails when a figure differs.

const folder = new URL('../../shared/data/', import.meta.url);
if (!existsSync(new URL('truth.json', folder))) {
  console.log('There is no ../shared/data/truth.json beside this clone: nothing to compare with.');
  process.exit(0);
}
const {createDataset, funnel, measure, rank, series} = await import('../dist/engine.js');
const text = (file) => readFileSync(new URL(file, folder), 'utf8');
const truth = JSON.parse(text('truth.json'));

let [equal, different] = [0, 0];
/** To as many decimals as the truth has. */
function compare(name, ours, wanted) {
  const decimals = String(wanted).split('.')[1]?.length ?? 0;
  const isEqual = ours === wanted || (ours !== null && wanted !== null && Math.abs(ours - wanted) <= 0.5 * 10 ** -decimals + 1e-6);
  if (isEqual) equal++;
  else different++;
  console.log(`${isEqual ? '=' : '≠'} ${name.padEnd(52)} ${String(ours).padStart(20)} ${String(wanted).padStart(20)}`);
}
const percent = (share) => (share === null ? null : share * 100);

const deals = createDataset(text('maven-crm/sales_pipeline.csv'));
const teams = text('maven-crm/sales_teams.csv')
  .trim()
  .split(/\r?\n/)
  .slice(1)
  .map((line) => line.split(','));
const reps = teams.map(([name, manager, region]) => ({name, manager, region}));
const columns = (table) => Object.fromEntries(Object.keys(table[0]).map((key) => [key, table.map((row) => row[key])]));
const rows = text('maven-crm/sales_pipeline.csv')
  .trim()
  .split(/\r?\n/)
  .map((line) => line.split(','));
const withTeams = createDataset({
  deals: Object.fromEntries(rows[0].map((name, at) => [name, rows.slice(1).map((row) => row[at])])),
  reps: columns(reps)
});
const of = (dataset, kpi, period, more) => measure(dataset, {kpi, period, asOf: '2017-12-31', ...more});

const {maven, northwind, mrr} = truth;
compare('sales 2017', of(deals, 'total-sales', '2017').value, maven.revenue.value.total);
compare('win rate 2017, %', percent(of(deals, 'win-rate', '2017').value), maven.win_rate.value.pct_of_closed);
for (const population of ['won', 'lost', 'closed']) {
  for (const variant of ['median', 'mean']) {
    const {value} = of(deals, 'sales-cycle-length', '2017', {variant, params: {population}});
    compare(`cycle of ${population} deals, ${variant}`, value, maven.cycle_days.value[`${population}_${variant}`]);
  }
}
for (const {q, revenue, win_rate_pct} of maven.by_close_quarter.value) {
  compare(`sales ${q}`, of(deals, 'total-sales', q).value, revenue);
  compare(`win rate ${q}, %`, percent(of(deals, 'win-rate', q).value), win_rate_pct);
}
for (const {m, revenue} of maven.by_close_month.value) compare(`sales ${m}`, of(deals, 'total-sales', m).value, revenue);
rank(deals, {kpi: 'sales-per-rep', period: '2017', asOf: '2017-12-31'}).rows.forEach(({name, value}, place) => {
  const wanted = maven.reps.value[place];
  compare(`rep ${place + 1}: ${name}`, name === wanted.sales_agent ? value : null, wanted.revenue);
});
for (const [by, list] of Object.entries({manager: maven.managers, region: maven.regions})) {
  for (const {name, value} of rank(withTeams, {kpi: 'total-sales', by, period: '2017', asOf: '2017-12-31'}).rows) {
    compare(`${by} ${name}`, value, list.value.find((one) => one[by] === name)?.revenue);
  }
}
const stages = ['Prospecting', 'Engaging', 'Closed', 'Won'];
const {prospecting_reached, engaging_reached, closed, won} = maven.funnel.value;
funnel(deals, {period: 'all', asOf: '2017-12-31', stages}).rows.forEach(({stage, reached}, place) => {
  compare(`reached ${stage}`, reached, [prospecting_reached, engaging_reached, closed, won][place]);
});

const orders = createDataset(text('northwind/orders-with-amount.csv'), {table: 'orders'});
series(orders, {kpi: 'revenue', period: '1996-07/1998-05', grain: 'month'}).buckets.forEach(({key, value}, place) => {
  compare(`revenue ${key}`, value, northwind.by_month.value[place].net_revenue);
});
rank(orders, {kpi: 'revenue', period: 'all'}).rows.forEach(({name, value}, place) => {
  compare(`revenue of rep ${name}`, value, northwind.by_employee.value[place].net_revenue);
});
compare('average order', of(orders, 'average-purchase-value', 'all').value, northwind.overall.value.average_order_value);
for (const {quarter, strict_pct, formula_pct} of northwind.retention_by_quarter.value) {
  const period = `${quarter.slice(0, 4)}-Q${Math.ceil(Number(quarter.slice(5, 7)) / 3)}`;
  const kept = (variant) =>
    percent(measure(orders, {kpi: 'customer-retention-rate', variant, period, params: {customerBasis: 'orders'}}).value);
  compare(`retention ${period}, cohort, %`, kept('cohort'), strict_pct);
  compare(`retention ${period}, headcount, %`, kept('headcount'), formula_pct);
}

const subscriptions = createDataset(text('mrr-playbook/subscription_periods.csv'), {table: 'subscriptions'});
for (const {m, ...month} of mrr.by_month.value) {
  const [year, number] = m.split('-').map(Number);
  const start = new Date(Date.UTC(year, number - 2, 2)).toISOString().slice(0, 10);
  const {value, parts} = measure(subscriptions, {kpi: 'mrr', period: {start, end: `${m.slice(0, 8)}02`}});
  compare(`MRR ${m}`, value, month.mrr);
  const movements = {
    new: month.new_mrr,
    churn: 0 - month.churned_mrr,
    expansion: month.expansion_mrr,
    contraction: 0 - month.contraction_mrr,
    reactivation: month.reactivation_mrr
  };
  for (const [name, wanted] of Object.entries(movements)) compare(`MRR ${m}, ${name}`, parts[name], wanted);
}
console.log(`\n${equal} equal, ${different} different`);
process.exitCode = different > 0 ? 1 : 0;
