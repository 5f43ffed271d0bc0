// @ts-check
import {dateText, monthOf, monthStart, quarterStart, range} from './calendar.js';
import {lastDay, teams} from './company.js';
import {monthTarget} from './plan.js';
import {reps, strengthOn} from './reps.js';

/** @typedef {{kpi: string, value: number, month: number, months: number, owner: string, repId?: string, team?: string, baseline?: number, reason?: string}} Target */

const thisMonth = monthOf(lastDay);
const thisQuarter = quarterStart(thisMonth);

/** Who hears of a target while it runs, by its length in months. @type {Readonly<Record<number, {name: string, every: string, audience: string[], next: string}>>} */
const reports = {
  1: {name: 'Monday sales meeting', every: 'week', audience: ['Sales managers', 'Reps'], next: '2026-11-30'},
  3: {name: 'Quarterly review', every: 'month', audience: ['Management', 'Sales managers'], next: '2026-12-01'}
};

/** For the company by month and quarter, for each rep by quarter since late 2025, for the teams by quarter of 2026. */
export function targetRows() {
  const quarters = range(0, 8).map((index) => thisQuarter - 21 + index * 3);
  return [
    ...range(thisMonth - 23, thisMonth + 2).flatMap((month) => company(month, 1)),
    ...quarters.flatMap((month) => company(month, 3)),
    ...quarters.slice(-4).flatMap(perTeam),
    ...quarters.slice(-5).flatMap(perRep),
    ...others()
  ].map(row);
}

/** @param {number} month @param {number} months @returns {Target[]} */
function company(month, months) {
  const later = month >= 2026 * 12;
  const common = {month, months, owner: 'Rep 01'};
  return [
    {kpi: 'total-sales', value: sales(month, months), ...common, reason: 'Growth of 17 % a year'},
    {kpi: 'win-rate', value: later ? 0.31 : 0.29, ...common, ...(later && {baseline: 0.29}), reason: 'Fewer offers, better qualified'},
    {kpi: 'new-leads', value: leadTarget(month, months), ...common, reason: 'The pipeline needs three times the sales target'}
  ];
}

/** @param {number} month */
function perTeam(month) {
  const weight = (/** @type {string} */ team) => strengths(month, team);
  return teams.map(({name}) => ({
    kpi: 'total-sales',
    value: round((sales(month, 3) * weight(name)) / strengths(month), 50_000),
    month,
    months: 3,
    team: name,
    owner: reps.find(({team}) => team === name)?.name ?? 'Rep 01'
  }));
}

/** Together the reps are asked for a tenth more than the company is, and the weak for more than they have shown. @param {number} month @returns {Target[]} */
function perRep(month) {
  const start = monthStart(month);
  const asked = (/** @type {import('./reps.js').Rep} */ rep) => 0.35 + strengthOn(rep, start) * 0.7;
  const there = sellersOf(month);
  const whole = there.reduce((sum, rep) => sum + asked(rep), 0);
  return there.map((rep) => ({
    kpi: 'sales-per-rep',
    value: round((sales(month, 3) * 1.1 * asked(rep)) / whole, 25_000),
    month,
    months: 3,
    repId: rep.id,
    owner: rep.manager ?? rep.name
  }));
}

/** What else the company watches this quarter. @returns {Target[]} */
function others() {
  const common = {month: thisQuarter, months: 3, owner: 'Rep 01'};
  return [
    {kpi: 'revenue', value: 16_000_000, ...common},
    {kpi: 'lead-response-time', value: 3600, ...common, reason: 'Who answers first sells first'},
    {kpi: 'customer-churn-rate', value: 0.03, ...common},
    {kpi: 'employee-satisfaction', value: 30, ...common},
    {kpi: 'sales-cycle-length', value: 45, ...common}
  ];
}

/** @param {number} month @param {number} months */
function sales(month, months) {
  return range(month, month + months).reduce((sum, one) => sum + monthTarget(one), 0);
}

/** @param {number} month @param {number} months */
function leadTarget(month, months) {
  return range(month, month + months).reduce((sum, one) => sum + (one % 12 === 6 ? 30 : one >= 2026 * 12 ? 45 : 37), 0);
}

/** @param {number} month */
function sellersOf(month) {
  return reps.filter(({strength, from, to}) => strength > 0 && from < monthStart(month + 2) && (to === null || to > monthStart(month)));
}

/** @param {number} month @param {string} [team] */
function strengths(month, team) {
  return sellersOf(month)
    .filter((rep) => team === undefined || rep.team === team)
    .reduce((sum, rep) => sum + strengthOn(rep, monthStart(month)), 0);
}

/** @param {number} value @param {number} step */
function round(value, step) {
  return Math.max(step, Math.round(value / step) * step);
}

/** `end` is the first day after. @param {Target} target @param {number} index */
function row({kpi, value, month, months, owner, repId, team, baseline, reason}, index) {
  const running = month + months > thisMonth && repId === undefined;
  return {
    id: `t${1001 + index}`,
    kpi,
    value,
    start: dateText(monthStart(month)),
    end: dateText(monthStart(month + months)),
    ...(repId !== undefined && {repId}),
    ...(team !== undefined && {team}),
    owner,
    ...(baseline !== undefined && {baseline}),
    ...(reason !== undefined && {reason}),
    ...(running && {report: reports[months]})
  };
}
