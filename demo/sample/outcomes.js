// @ts-check
import {dayOfMonth, isWorkday, range, workdayBefore} from './calendar.js';
import {dealTypes, products, sources} from './company.js';
import {fromKronor, inOre} from './currencies.js';
import {budgets} from './plan.js';
import {random} from './random.js';
import {sellers, strengthOn} from './reps.js';
import {lastStage, stageHistory} from './stages.js';

/** @import {Deal} from './deal.js' */
/** @import {Budget} from './plan.js' */
/** @import {Rep} from './reps.js' */

const stream = random('deals');
const {next, chance, pick, pickBy, along, whole} = stream;

/** Days from creation to the decision, as quantiles: a median of some fifty days and a long tail. */
const cycle = [3, 16, 27, 36, 44, 52, 61, 73, 92, 132, 310];
/** The same, against a won deal's, for one lost at each stage; and how often it is lost there. */
const lostPace = [0.55, 0.8, 1.1, 1.35];
const lostShare = [34, 29, 23, 14];

/** Every deal of the company's with the outcome it will have, the future's included. */
export function outcomes() {
  return budgets().flatMap((budget) => {
    const won = wins(budget);
    const rate = 0.275 + next() * 0.06;
    return [...won, ...losses(budget, Math.round((won.length * (1 - rate)) / rate))];
  });
}

/** Deals until the budget is used up; the last one is cut to what is left. @param {Budget} budget */
function wins({from, to, kronor}) {
  /** @type {Deal[]} */
  const deals = [];
  let left = kronor;
  while (left > 15_000) {
    const closed = pickBy(workdays(from, to), (on) => (dayOfMonth(on) > 25 ? 2.4 : dayOfMonth(on) > 20 ? 1.4 : 1));
    const type = pickBy(dealTypes, ({won}) => won);
    const product = pickBy(products, ({share}) => share);
    const asked = along(product.price) * type.price;
    const price = asked > left ? {amount: Math.floor(left / 500) * 500, currency: 'SEK'} : priced(asked, closed);
    const worth = inOre(price.amount, price.currency, closed) / 100;
    deals.push({...course(closed, type, product, lastStage, 1, seller(closed, worth)), ...price});
    left -= worth;
  }
  return deals;
}

/** What each rep's strength has promised less what the rep has won so far, in kronor. @type {Map<Rep, number>} */
const owed = new Map();

/** Who wins a deal: chance, held to the strengths by favouring those who have had less than their due. @param {number} on @param {number} kronor */
function seller(on, kronor) {
  const here = sellers(on);
  const strengths = here.reduce((sum, rep) => sum + strengthOn(rep, on), 0);
  for (const rep of here) owed.set(rep, (owed.get(rep) ?? 0) * 0.98 + (kronor * strengthOn(rep, on)) / strengths);
  const winner = pickBy(here, (rep) => {
    const due = Math.max(strengthOn(rep, on) * 30_000, owed.get(rep) ?? 0);
    return due * due * due;
  });
  owed.set(winner, (owed.get(winner) ?? 0) - kronor);
  return winner;
}

/** @param {Budget} budget @param {number} count */
function losses({from, to}, count) {
  return Array.from({length: count}, () => {
    const closed = pick(workdays(from, to));
    const type = pickBy(dealTypes, ({lost}) => lost);
    const product = pickBy(products, ({share}) => share);
    const furthest = pickBy([0, 1, 2, 3], (stage) => lostShare[stage] ?? 0);
    // The strong win more of what they try, so their losses grow only half as fast as their wins.
    const owner = pickBy(sellers(closed), (rep) => 0.5 + strengthOn(rep, closed) / 2);
    const deal = course(closed, type, product, furthest, lostPace[furthest] ?? 1, owner);
    return {...deal, ...priced(along(product.price) * type.price, closed), status: /** @type {const} */ ('lost')};
  });
}

/**
 * @param {number} closed @param {(typeof dealTypes)[number]} type @param {(typeof products)[number]} product
 * @param {number} furthest the stage it reaches @param {number} pace against a won deal's @param {Rep} owner
 * @returns {Deal}
 */
function course(closed, type, product, furthest, pace, owner) {
  const created = workdayBefore(closed - Math.round(along(cycle) * type.pace * product.pace * pace));
  const history = stageHistory(stream, {created, closed, begins: chance(0.85) ? type.begins : 0, furthest});
  return {
    id: '',
    name: '',
    owner: owner.id,
    customer: null,
    amount: null,
    currency: 'SEK',
    status: 'won',
    type: type.name,
    created,
    closed,
    expected: null,
    stage: history.at(-1)?.stage ?? '',
    history,
    verdicts: [],
    splits: [],
    product: product.name,
    source: pickBy(sources, ({share}) => share).name,
    region: owner.region
  };
}

/** One in ten is priced abroad, one in forty to the öre. @param {number} kronor @param {number} on */
function priced(kronor, on) {
  const currency = pickBy(['SEK', 'EUR', 'NOK', 'USD'], (code) => (code === 'SEK' ? 90 : code === 'EUR' ? 5 : 2.5));
  if (currency !== 'SEK') return {amount: fromKronor(kronor, currency, on), currency};
  const rounded = Math.round(kronor / 500) * 500;
  return {amount: chance(0.025) ? rounded + whole(1, 999) / 4 : rounded, currency};
}

/** @param {number} from @param {number} to */
function workdays(from, to) {
  return range(from, to).filter(isWorkday);
}
