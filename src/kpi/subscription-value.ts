import {add} from '../calendar/civil.js';
import {atWall} from '../calendar/moment.js';
import type {Window} from '../calendar/window.js';
import {monthsUpTo} from './customers-in.js';
import {customerRetentionRate} from './definitions/customers.js';
import {mrr} from './definitions/recurring-revenue.js';
import type {Figure} from './figure.js';
import {divide, fraction} from './fraction.js';
import {whole} from './groups.js';
import {present} from './lifetime-value.js';
import type {Context} from './query.js';
import {stock} from './stock.js';

/** From what a paying customer brings a month, and how many of them are lost in a month, over the six months up to the closing. */
export function subscription(context: Context, window: Window): Figure {
  const {zone} = context;
  const months = [5, 4, 3, 2, 1, 0].map((before) =>
    monthsUpTo({...window, end: atWall(add(window.end.wall, -before, 'month'), zone)}, 1, zone)
  );
  const closing = stock(mrr, context, months.slice(-1), whole)[0][0];
  const heads = stock(
    {...customerRetentionRate, table: 'subscriptions'},
    {...context, params: {...context.params, customerBasis: 'subscriptions'}},
    months,
    whole
  )[0];
  const sum = (name: string) => heads.map(({parts}) => parts?.[name] ?? fraction(0)).reduce((total, {over}) => total + over, 0n);
  const churn = divide(fraction(sum('churn')), fraction(sum('opening')));
  const paying = heads[heads.length - 1].parts?.closing ?? fraction(0);
  const arpa = closing.value && divide(closing.value, paying);
  const value = arpa && churn && divide(arpa, churn);
  const parts = present({revenuePerCustomerAndMonth: arpa, monthlyChurn: churn});
  const reason = closing.reason ?? (value ? undefined : 'empty-denominator');
  return {
    ...closing,
    value: reason ? undefined : value,
    reason,
    numerator: undefined,
    denominator: churn?.over === 0n ? fraction(0) : undefined,
    n: Number(paying.over),
    own: monthsUpTo(window, 6, zone),
    parts
  };
}
