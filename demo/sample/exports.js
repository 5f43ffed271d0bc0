// @ts-check
import {dateText} from './calendar.js';
import {instantText} from './clock.js';
import {exportedDeals, stageNumber} from './exported-deals.js';

/** @import {ExportedDeal} from './exported-deals.js' */

/**
 * How a program writes its deals: the name of a file, its lines and how they become bytes. `tail` is what a report has below its rows.
 *
 * @typedef {object} Format
 * @property {string} extension
 * @property {string} [head]
 * @property {(deal: ExportedDeal) => string} line
 * @property {(count: number) => string} [tail]
 * @property {BufferEncoding} [encoding]
 */

/**
 * @param {[header: string, cell: (deal: ExportedDeal) => string | number | null][]} columns
 * @param {{delimiter?: string, isQuoted?: boolean}} [style]
 * @returns {Pick<Format, 'extension' | 'head' | 'line'>}
 */
function delimited(columns, {delimiter = ',', isQuoted = false} = {}) {
  const written = (/** @type {string | number | null} */ cell) => {
    const text = String(cell ?? '');
    return isQuoted || text.includes(delimiter) || text.includes('"') ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const joined = (/** @type {(string | number | null)[]} */ cells) => `${cells.map(written).join(delimiter)}\r\n`;
  return {
    extension: 'csv',
    head: joined(columns.map(([header]) => header)),
    line: (deal) => joined(columns.map(([, cell]) => cell(deal)))
  };
}

/** The stage of a deal in the words of a program, the last two of which are won and lost. @param {readonly string[]} names */
function stages(names) {
  return (/** @type {ExportedDeal} */ {status, stage}) => names[status === 'won' ? 4 : status === 'lost' ? 5 : stage] ?? '';
}

/** @param {number | null} day */
const iso = (day) => (day === null ? '' : dateText(day));

/** As people write it who begin with the month. @param {number} day */
function american(day) {
  const [year, month, date] = dateText(day).split('-').map(Number);
  return `${month}/${date}/${year}`;
}

/** The clock on the company's wall, without its zone: so HubSpot and Pipedrive write times. @param {number} ms @param {number} length */
const wall = (ms, length) => instantText(ms, 'local').slice(0, length).replace('T', ' ');

/** Chance of a win in percent, by stage. */
const chances = [10, 25, 50, 75];

const salesforceStage = stages(['Prospecting', 'Qualification', 'Proposal/Price Quote', 'Negotiation/Review', 'Closed Won', 'Closed Lost']);
const hubspotStages = ['Appointment Scheduled', 'Qualified To Buy', 'Presentation Scheduled', 'Contract Sent', 'Closed Won', 'Closed Lost'];
const hubspotStage = stages(hubspotStages);
const pipedriveStages = ['Qualified', 'Contact Made', 'Demo Scheduled', 'Negotiations Started'];
const swedishStage = stages(['Lead', 'Kvalificerad', 'Offert', 'Förhandling', 'Vunnen', 'Förlorad']);

/** @type {Readonly<Record<string, Format>>} */
export const formats = {
  salesforce: {
    ...delimited(
      [
        ['Opportunity ID', ({number}) => `0065g${number.toString(36).padStart(13, '0')}`],
        ['Opportunity Name', ({name}) => name],
        ['Account Name', ({customer}) => customer],
        ['Opportunity Owner', ({owner}) => owner],
        ['Stage', salesforceStage],
        ['Amount Currency', () => 'SEK'],
        ['Amount', ({amount}) => amount],
        ['Probability (%)', ({status, stage}) => ({won: 100, lost: 0, open: chances[stage] ?? 0})[status]],
        ['Close Date', ({expected}) => american(expected)],
        ['Created Date', ({createdAt}) => american(Math.floor(createdAt / 86_400_000))],
        ['Type', ({type}) => type],
        ['Lead Source', ({source}) => source],
        ['Product', ({product}) => product],
        ['Closed', ({status}) => Number(status !== 'open')],
        ['Won', ({status}) => Number(status === 'won')]
      ],
      {isQuoted: true}
    ),
    tail: (count) => `\r\n"Grand Totals (${count} records)"\r\n"Confidential Information - Do Not Distribute"\r\n`
  },
  hubspot: delimited([
    ['Record ID', ({number}) => 9_300_000_000 + number],
    ['Deal Name', ({name}) => name],
    ['Deal Stage', hubspotStage],
    ['Pipeline', () => 'Sales Pipeline'],
    ['Amount', ({amount}) => amount],
    ['Currency', () => 'SEK'],
    ['Deal owner', ({owner}) => owner],
    ['Associated Company', ({customer}) => customer],
    ['Create Date', ({createdAt}) => wall(createdAt, 16)],
    ['Close Date', ({expected}) => `${iso(expected)} 12:00`],
    ['Original Source', ({source}) => source],
    ...hubspotStages.slice(0, 4).map(
      /** @returns {[string, (deal: ExportedDeal) => string]} */ (name, stage) => [
        `Date entered "${name} (Sales Pipeline)"`,
        ({history}) => {
          const visit = history.find((visit) => stageNumber(visit.stage) === stage);
          return visit ? `${iso(visit.on)} 12:00` : '';
        }
      ]
    )
  ]),
  pipedrive: delimited([
    ['Deal - ID', ({number}) => number],
    ['Deal - Title', ({name}) => name],
    ['Deal - Value', ({amount}) => amount],
    ['Deal - Currency of value', () => 'SEK'],
    ['Deal - Owner', ({owner}) => owner],
    ['Deal - Stage', ({stage}) => pipedriveStages[Math.min(stage, 3)] ?? ''],
    ['Deal - Status', ({status}) => ({open: 'Open', won: 'Won', lost: 'Lost'})[status]],
    ['Deal - Creation date', ({createdAt}) => wall(createdAt, 19)],
    ['Deal - Expected close date', ({expected}) => iso(expected)],
    ['Deal - Won time', ({status, closed}) => (status === 'won' ? `${iso(closed)} 12:00:00` : '')],
    ['Deal - Lost time', ({status, closed}) => (status === 'lost' ? `${iso(closed)} 12:00:00` : '')],
    ['Deal - Organization', ({customer}) => customer]
  ]),
  'csv-sv': {
    ...delimited(
      [
        ['Affärs-ID', ({number}) => number],
        ['Affärsnamn', ({name}) => name],
        ['Säljare', ({owner}) => owner],
        ['Kund', ({customer}) => customer],
        ['Belopp', ({amount}) => (amount === null ? '' : amount.toFixed(2).replace('.', ','))],
        ['Valuta', () => 'SEK'],
        ['Steg', swedishStage],
        ['Skapad', ({createdAt}) => wall(createdAt, 10)],
        ['Stängd', ({closed}) => iso(closed)],
        ['Produkt', ({product}) => product]
      ],
      {delimiter: ';'}
    ),
    encoding: 'latin1'
  },
  ndjson: {extension: 'ndjson', line: (deal) => `${JSON.stringify(row(deal))}\n`}
};

/** In the words of our own data contract. @param {ExportedDeal} deal */
function row({number, name, customer, owner, amount, status, stage, type, product, source, createdAt, closed, history}) {
  return {
    id: `d${number}`,
    name,
    owner,
    customer,
    amount,
    currency: 'SEK',
    status,
    stage: history.at(-1)?.stage ?? stage,
    type,
    createdAt: instantText(createdAt, 'utc'),
    closedAt: closed === null ? null : dateText(closed),
    stageHistory: history.map(({stage, on}) => ({stage, at: dateText(on)})),
    product,
    source
  };
}

/** The bytes of an export of so many deals, in pieces. @param {Format} format @param {number} count @returns {Generator<Buffer>} */
export function* exported({head = '', line, tail, encoding = 'utf8'}, count) {
  let text = head;
  for (const deal of exportedDeals(count)) {
    text += line(deal);
    if (deal.number % 1000 === 0) {
      yield Buffer.from(text, encoding);
      text = '';
    }
  }
  yield Buffer.from(text + (tail?.(count) ?? ''), encoding);
}
