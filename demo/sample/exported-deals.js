// @ts-check
import {dealTypes, firstDay, lastDay, products, sources} from './company.js';
import {instant} from './clock.js';
import {random} from './random.js';
import {sellers, strengthOn} from './reps.js';
import {lastStage, stageHistory} from './stages.js';

/** @import {Visit} from './deal.js' */

/**
 * @typedef {object} ExportedDeal days are numbers, `createdAt` is in ms
 * @property {number} number from 1
 * @property {string} name
 * @property {string} customer
 * @property {string} owner
 * @property {number | null} amount in SEK
 * @property {'open' | 'won' | 'lost'} status
 * @property {number} stage where it stands or came to before it was lost
 * @property {string} type
 * @property {string} product
 * @property {string} source
 * @property {number} createdAt
 * @property {number | null} closed
 * @property {number} expected
 * @property {readonly Visit[]} history
 */

/** Days from creation to the decision, as quantiles. */
const cycle = [3, 16, 27, 36, 44, 52, 61, 73, 92, 132, 310];

/** As many deals as asked for, oldest first, one at a time: a million of them are never in memory together. @param {number} count @returns {Generator<ExportedDeal>} */
export function* exportedDeals(count) {
  const stream = random('exports');
  const {chance, along, pick, pickBy, whole} = stream;
  for (let index = 0; index < count; index++) {
    const created = firstDay + Math.floor((index / count) * (lastDay - firstDay + 1));
    const isWon = chance(0.3);
    const type = pickBy(dealTypes, ({won, lost}) => (isWon ? won : lost));
    const product = pickBy(products, ({share}) => share);
    const decided = created + Math.round(along(cycle) * type.pace * product.pace);
    const isOpen = decided > lastDay;
    const furthest = isWon ? lastStage : pickBy([0, 1, 2, 3], (stage) => 40 - stage * 9);
    const history = stageHistory(stream, {created, closed: decided, begins: type.begins, furthest}).filter(({on}) => on <= lastDay);
    const price = Math.round((along(product.price) * type.price) / 500) * 500;
    const customer = `Customer ${whole(1, Math.ceil(count / 6))}`;
    yield {
      number: index + 1,
      name: `${customer}, ${product.name}`,
      customer,
      owner: pickBy(sellers(created), (rep) => strengthOn(rep, created)).name,
      amount: isOpen && chance(0.1) ? null : chance(0.03) ? price + whole(1, 99) / 100 : price,
      status: isOpen ? 'open' : isWon ? 'won' : 'lost',
      stage: Math.max(...history.map(({stage}) => stageNumber(stage)), 0),
      type: type.name,
      product: product.name,
      source: pick(sources).name,
      createdAt: instant(created, whole(8 * 60, 17 * 60)) + whole(0, 59) * 1000,
      closed: isOpen ? null : decided,
      expected: isOpen ? Math.max(lastDay + whole(1, 30), decided) : decided,
      history
    };
  }
}

const stageIds = ['lead', 'qualified', 'proposal', 'negotiation', 'won'];

/** The place of a stage in the order of selling. @param {string} stage */
export function stageNumber(stage) {
  return stageIds.indexOf(stage);
}
