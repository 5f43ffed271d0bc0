// @ts-check
import {dateText} from './calendar.js';

/**
 * @typedef {{stage: string, on: number}} Visit
 * @typedef {{status: string, on: number}} Verdict
 *
 * A deal while it is being made: days are numbers, and `closed` may lie in the future until `asKnown` cuts it there.
 *
 * @typedef {object} Deal
 * @property {string} id
 * @property {string} name
 * @property {string | null} owner
 * @property {string | null} customer
 * @property {number | null} amount
 * @property {string} currency
 * @property {'open' | 'won' | 'lost'} status
 * @property {string} type
 * @property {number} created
 * @property {number | null} closed
 * @property {number | null} expected
 * @property {string} stage
 * @property {Visit[]} history empty where none was kept
 * @property {Verdict[]} verdicts filled where the deal was reopened
 * @property {{repId: string, share: number}[]} splits
 * @property {string} product
 * @property {string} source
 * @property {string} region
 */

/** How likely an open deal is won, by its stage. @type {Readonly<Record<string, number>>} */
const chances = {lead: 0.1, qualified: 0.25, proposal: 0.5, negotiation: 0.75};

/** @param {Deal} deal */
export function dealRow(deal) {
  const open = deal.status === 'open';
  return {
    id: deal.id,
    name: deal.name,
    ownerId: deal.owner,
    ...(deal.splits.length > 0 && {splits: deal.splits}),
    ...(deal.customer !== null && {customerId: deal.customer}),
    amount: deal.amount,
    currency: deal.currency,
    status: deal.status,
    type: deal.type,
    createdAt: dateText(deal.created),
    closedAt: deal.closed === null ? null : dateText(deal.closed),
    ...(deal.expected !== null && {expectedCloseAt: dateText(deal.expected)}),
    stage: deal.stage,
    ...(deal.history.length > 0 && {stageHistory: deal.history.map(({stage, on}) => ({stage, at: dateText(on)}))}),
    ...(deal.verdicts.length > 0 && {statusHistory: deal.verdicts.map(({status, on}) => ({status, at: dateText(on)}))}),
    source: deal.source,
    product: deal.product,
    region: deal.region,
    ...(open && {probability: chances[deal.stage]})
  };
}
