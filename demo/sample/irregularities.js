// @ts-check
import {day, monthOf, monthStart, quarterStart} from './calendar.js';
import {onClockChanges} from './clock-changes.js';
import {lastDay} from './company.js';
import {random} from './random.js';
import {rep, reps, sellers} from './reps.js';

/** @import {Deal} from './deal.js' */

/**
 * What real exports are like, each on purpose and in small numbers. Here, in the deals:
 * - no owner (13, two of them won in the running quarter)
 * - no amount (9 open, 2 won) and an amount of zero (1 won)
 * - closed before it was created (3), decided without a date (4), taken over from an older system without history (12)
 * - reopened: lost and then won (3), won and then lost (2), lost and open again (1)
 * - shared by two reps (60), one of them for nine tenths only, one for twelve
 * - still in the hands of a rep who has left (3), not closed although long dead (26)
 * - created or closed on the days when the clock changes (4)
 * - the same row twice (1)
 *
 * By their own making: skipped stages and steps back, deals open today whose expected close lies ahead, four currencies, öre.
 * In the other tables: refunds and cancelled orders, customers who left and came back, leads nobody answered, excluded, without owner;
 * planned, automated and shared activities; costs spread over a time; a repeated answer, answers without team; subscriptions on trial, paused,
 * overdue, one-off and cancelled ahead; instants with an offset and with Z beside plain dates.
 */
const {pick, whole} = random('irregularities');
const quarter = monthStart(quarterStart(monthOf(lastDay)));

/** @param {readonly Deal[]} deals */
export function addIrregularities(deals) {
  const untouched = new Set(deals);

  /** Changes so many deals of a kind, none of them twice. @param {number} count @param {(deal: Deal) => boolean} fits @param {(deal: Deal) => void} change */
  const change = (count, fits, change) => {
    for (let i = 0; i < count; i++) {
      const deal = pick([...untouched].filter(fits));
      untouched.delete(deal);
      change(deal);
    }
  };
  change(2, (deal) => wonIn(deal, quarter) && small(deal), unowned);
  change(11, ({closed}) => (closed ?? 0) < quarter, unowned);
  change(9, ({status, stage}) => status === 'open' && (stage === 'lead' || stage === 'qualified'), unpriced);
  change(2, old, unpriced);
  change(
    1,
    (deal) => old(deal) && small(deal),
    (deal) => (deal.amount = 0)
  );
  change(3, (deal) => old(deal) && deal.type !== 'new', closedBeforeCreated);
  change(4, ({status, type, closed}) => status !== 'open' && type !== 'new' && (closed ?? 0) < quarter, undated);
  change(
    12,
    ({created, status}) => status !== 'open' && created < day('2025-01-01'),
    (deal) => (deal.history = [])
  );
  change(
    3,
    (deal) => wonIn(deal, day('2025-06-01')) && slow(deal),
    (deal) => reopen(deal, 'lost')
  );
  change(
    2,
    (deal) => deal.status === 'lost' && deal.stage === 'negotiation' && slow(deal),
    (deal) => reopen(deal, 'won')
  );
  change(
    1,
    ({status, stage, created}) => status === 'open' && stage === 'proposal' && created < lastDay - 60,
    (deal) => reopen(deal, 'lost')
  );
  change(
    58,
    (deal) => deal.status === 'won' && !small(deal),
    (deal) => split(deal, pick([0.5, 0.6, 0.7, 0.8]), 1)
  );
  change(
    1,
    (deal) => old(deal) && !small(deal),
    (deal) => split(deal, 0.5, 0.9)
  );
  change(
    1,
    (deal) => old(deal) && !small(deal),
    (deal) => split(deal, 1, 1.2)
  );
  const leavers = reps.filter(({to}) => to !== null && to > day('2025-12-31'));
  change(
    3,
    ({status, created}) => status === 'open' && created < lastDay - 60,
    (deal) => (deal.owner = pick(leavers).id)
  );
  onClockChanges(change);
}

/** @param {Deal} deal @param {number} since */
const wonIn = ({status, closed}, since) => status === 'won' && (closed ?? 0) >= since;
/** @param {Deal} deal */
const old = ({status, closed}) => status === 'won' && (closed ?? lastDay) < day('2026-01-01');
/** @param {Deal} deal */
const small = ({amount}) => (amount ?? 0) < 90_000;
/** @param {Deal} deal */
const slow = ({created, closed}) => (closed ?? 0) - created > 60;
/** @param {Deal} deal */
const unowned = (deal) => void (deal.owner = null);
/** @param {Deal} deal */
const unpriced = (deal) => void (deal.amount = null);

/** @param {Deal} deal */
function closedBeforeCreated(deal) {
  deal.created = (deal.closed ?? deal.created) + whole(2, 9);
  deal.history = [];
}

/** @param {Deal} deal */
function undated(deal) {
  deal.closed = null;
  deal.history = [];
}

/** Decided once, taken up again two weeks later. @param {Deal} deal @param {'won' | 'lost'} first */
function reopen(deal, first) {
  const end = deal.closed ?? lastDay - 7;
  const last = {status: deal.status, on: end};
  deal.verdicts = [{status: first, on: end - 35}, {status: 'open', on: end - 21}, ...(deal.status === 'open' ? [] : [last])];
}

/** The owner's share and what the two have together; a colleague of the team has the rest. @param {Deal} deal @param {number} share @param {number} total */
function split(deal, share, total) {
  const owner = rep(deal.owner ?? '');
  const colleague = pick(sellers(deal.closed ?? lastDay).filter(({id, team}) => id !== owner.id && team === owner.team));
  deal.splits = [
    {repId: owner.id, share},
    {repId: colleague.id, share: Math.round((total - share) * 10) / 10}
  ];
}
