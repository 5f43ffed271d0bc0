// @ts-check
import {isWorkday, range} from './calendar.js';
import {dayAt, instant, instantText} from './clock.js';
import {firstDay, lastDay} from './company.js';
import {random} from './random.js';
import {rep, sellers} from './reps.js';

/** @import {Deal} from './deal.js' */
/** @import {Lead} from './leads.js' */

/**
 * @typedef {object} Activity
 * @property {string} type
 * @property {'done' | 'planned'} status
 * @property {string[]} reps
 * @property {string} [lead]
 * @property {string} [deal]
 * @property {'inbound' | 'outbound' | null} direction
 * @property {boolean} automated
 * @property {number} at
 */

const {chance, pick, pickBy, whole} = random('activities');

const types = [
  {type: 'call', share: 38},
  {type: 'meeting', share: 27},
  {type: 'email', share: 20},
  {type: 'demo', share: 15}
];

/** A log of the weightier contacts: first answers to leads, work on deals, what is planned ahead. @param {readonly Deal[]} deals @param {readonly Lead[]} leads */
export function activityRows(deals, leads) {
  return [...leads.flatMap(firstAnswer), ...deals.flatMap(onDeal), ...deals.flatMap(planned)].sort((a, b) => a.at - b.at).map(row);
}

/** One answer in seven is logged; before some of them a robot has confirmed the receipt. @param {Lead} lead @returns {Activity[]} */
function firstAnswer({id, owner, created, answered}) {
  if (answered === null || owner === null || chance(0.85)) return [];
  /** @type {Activity} */
  const answer = {
    type: chance(0.6) ? 'call' : 'email',
    status: 'done',
    reps: [owner],
    lead: id,
    direction: 'outbound',
    automated: false,
    at: answered
  };
  if (chance(0.8)) return [answer];
  return [{...answer, type: 'email', automated: true, at: created + whole(2, 9) * 1000}, answer];
}

/** @param {Deal} deal @returns {Activity[]} */
function onDeal({id, owner, created, closed}) {
  if (owner === null) return [];
  const days = range(Math.max(created, firstDay), Math.min(closed ?? lastDay, lastDay) + 1).filter(isWorkday);
  const count = days.length === 0 ? 0 : pickBy([0, 1, 2, 3], (number) => [68, 20, 9, 3][number] ?? 0);
  return Array.from({length: count}, () => {
    const {type} = pickBy(types, ({share}) => share);
    const at = instant(pick(days), whole(8 * 60, 16 * 60 + 45));
    return {
      type,
      status: /** @type {const} */ ('done'),
      reps: performers(owner, at, type),
      deal: id,
      direction: direction(type),
      automated: false,
      at
    };
  });
}

/** What sellers have put in their calendars for the coming weeks. @param {Deal} deal @returns {Activity[]} */
function planned({id, owner, status, stage}) {
  if (status !== 'open' || owner === null || stage === 'lead' || !chance(0.2)) return [];
  const days = range(lastDay + 1, lastDay + 25).filter(isWorkday);
  const type = chance(0.7) ? 'meeting' : 'demo';
  return [
    {type, status: 'planned', reps: [owner], deal: id, direction: null, automated: false, at: instant(pick(days), whole(9, 15) * 60)}
  ];
}

/** One meeting in six is held by two. @param {string} owner @param {number} at @param {string} type */
function performers(owner, at, type) {
  const colleagues = sellers(dayAt(at)).filter(({id, team}) => id !== owner && team === rep(owner).team);
  return type === 'meeting' && colleagues.length > 0 && chance(1 / 6) ? [owner, pick(colleagues).id] : [owner];
}

/** @param {string} type */
function direction(type) {
  if (type === 'meeting' || type === 'demo') return null;
  return chance(0.8) ? 'outbound' : 'inbound';
}

/** E-mail is logged by a server that writes UTC. @param {Activity} activity @param {number} index */
function row({type, status, reps, lead, deal, direction, automated, at}, index) {
  return {
    id: `a${1001 + index}`,
    type,
    status,
    ...(reps.length > 1 ? {repIds: reps} : {repId: reps[0]}),
    ...(lead !== undefined && {leadId: lead}),
    ...(deal !== undefined && {dealId: deal}),
    ...(direction !== null && {direction}),
    ...(automated && {automated}),
    at: instantText(at, type === 'email' ? 'utc' : 'local')
  };
}
