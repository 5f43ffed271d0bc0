// @ts-check
import {dateText} from './calendar.js';
import {lastDay, settings} from './company.js';
import {inOre} from './currencies.js';
import {rep} from './reps.js';

/** @import {Deal} from './deal.js' */

const labels = new Map(settings.stages.map(({id, label}) => [id, label]));

/** @type {[string, (deal: Deal) => string][]} */
const columns = [
  ['Deal ID', ({id}) => id],
  ['Deal Name', ({name}) => name],
  ['Owner', ({owner}) => (owner === null ? '' : rep(owner).name)],
  ['Team', ({owner}) => (owner === null ? '' : rep(owner).team)],
  ['Region', ({region}) => region],
  ['Product', ({product}) => product],
  ['Type', ({type}) => type],
  ['Source', ({source}) => source],
  ['Amount', amount],
  ['Currency', () => settings.currency],
  ['Stage', ({status, stage}) => (status === 'lost' ? 'Lost' : (labels.get(stage) ?? stage))],
  ['Created Date', ({created}) => dateText(created)],
  ['Close Date', ({closed}) => (closed === null ? '' : dateText(closed))],
  ['Expected Close Date', ({expected}) => (expected === null ? '' : dateText(expected))]
];

/** The deals as a CRM would export them: a header line, CRLF, amounts in the company's currency at the rate of the closing. @param {readonly Deal[]} deals */
export function dealsCsv(deals) {
  const lines = [columns.map(([header]) => header), ...deals.map((deal) => columns.map(([, text]) => quoted(text(deal))))];
  return lines.map((fields) => `${fields.join(',')}\r\n`).join('');
}

/** @param {Deal} deal */
function amount({amount, currency, closed}) {
  return amount === null ? '' : (inOre(amount, currency, closed ?? lastDay) / 100).toFixed(2);
}

/** @param {string} text */
function quoted(text) {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
