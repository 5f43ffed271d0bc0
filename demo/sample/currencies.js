// @ts-check
import {dateText, monthOf, monthStart, range} from './calendar.js';
import {firstDay, lastDay} from './company.js';
import {random} from './random.js';

/** @typedef {{currency: string, from: number, rate: number}} Rate SEK for one unit, in ten-thousandths of a krona */

/** Where each rate starts and how it drifts a month. */
const foreign = [
  {currency: 'EUR', rate: 114300, drift: -220, step: 900},
  {currency: 'NOK', rate: 9790, drift: -8, step: 90},
  {currency: 'USD', rate: 108200, drift: -560, step: 1300}
];

/** A rate for the time before the sample, then one a month. @type {Rate[]} */
const rates = foreign.flatMap(({currency, rate, drift, step}) => {
  const {whole} = random(`rate of ${currency}`);
  const first = monthOf(firstDay);
  const monthly = range(first, monthOf(lastDay) + 1).map((month) => {
    const noise = whole(-step, step);
    return {currency, from: month === first ? monthStart(month - 24) : monthStart(month), rate: rate + drift * (month - first) + noise};
  });
  return monthly;
});

/** @param {string} currency @param {number} on */
function rateOn(currency, on) {
  const found = rates.findLast((rate) => rate.currency === currency && rate.from <= on);
  if (!found) throw new Error(`no rate: ${currency}`);
  return found.rate;
}

/**
 * An amount in hundredths of a krona at the rate of a day. Exact, since foreign amounts of the sample are whole hundreds.
 * @param {number} amount @param {string} currency @param {number} on
 */
export function inOre(amount, currency, on) {
  return currency === 'SEK' ? Math.round(amount * 100) : Math.round(amount / 100) * rateOn(currency, on);
}

/** The nearest amount, whole hundreds, worth so many kronor. @param {number} kronor @param {string} currency @param {number} on */
export function fromKronor(kronor, currency, on) {
  return Math.max(1, Math.round((kronor * 100) / rateOn(currency, on))) * 100;
}

export function rateRows() {
  return rates.map(({currency, from, rate}) => ({currency, from: dateText(from), rate: rate / 10000}));
}
