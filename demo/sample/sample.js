// @ts-check
import {activityRows} from './activities.js';
import {settings} from './company.js';
import {costRows} from './costs.js';
import {rateRows} from './currencies.js';
import {customerRow} from './customers.js';
import {dealRow} from './deal.js';
import {dealsAndCustomers} from './deals.js';
import {dealsCsv} from './deals-csv.js';
import {leadRow, leads} from './leads.js';
import {orderRow, orders} from './orders.js';
import {random} from './random.js';
import {repRows} from './reps.js';
import {subscriptionRows} from './subscriptions.js';
import {surveyRows} from './surveys.js';
import {targetRows} from './targets.js';

/** The files of the sample by name. Every table of the data contract; nothing depends on the clock, the zone or the language of the machine. */
export function sample() {
  const {pick} = random('sample');
  const {deals, customers} = dealsAndCustomers();
  const incoming = leads(deals);
  const invoiced = orders(deals, customers);
  const doubled = [...deals, pick(deals.filter(({status}) => status === 'lost'))];
  const dataset = {
    settings,
    deals: doubled.map(dealRow),
    leads: incoming.map(leadRow),
    customers: customers.map(customerRow),
    orders: invoiced.map(orderRow),
    subscriptions: subscriptionRows(customers, deals),
    activities: activityRows(deals, incoming),
    costs: costRows(),
    surveys: surveyRows(),
    reps: repRows(),
    targets: targetRows(),
    fxRates: rateRows()
  };
  return new Map([
    ['sample.json', json(dataset)],
    ['deals.csv', dealsCsv(doubled)]
  ]);
}

/** JSON with a row a line, so that a change in the data reads as one. @param {Record<string, object>} dataset */
function json(dataset) {
  const tables = Object.entries(dataset).map(([name, value]) => {
    const text = Array.isArray(value) ? `[\n${value.map((row) => JSON.stringify(row)).join(',\n')}\n]` : JSON.stringify(value, null, 2);
    return `${JSON.stringify(name)}: ${text}`;
  });
  return `{\n${tables.join(',\n')}\n}\n`;
}
