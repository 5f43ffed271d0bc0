import {closeSync, openSync, writeSync} from 'node:fs';
import {chance, dateOf, deals, exportedOn, fields, stages, writeRows} from '../deals.js';

const leadFields = ['id', 'ownerId', 'source', 'createdAt', 'firstResponseAt', 'convertedAt'];

/** Deals and half as many leads: as one JSON dataset of rows, the same after a tenth of the deals changed, and as two CSV files. */
export function writeWorkload(count, fileOf) {
  const open = (name) => openSync(fileOf(name), 'w');
  const [csv, leadsCsv] = ['deals.csv', 'leads.csv'].map(open);
  for (const [name, rows, lines] of [
    ['rows.json', deals(count), csv],
    ['changed.json', changed(deals(count))]
  ]) {
    const json = open(name);
    writeSync(json, '{"deals":');
    writeRows(rows, fields, json, lines);
    writeSync(json, ',"leads":');
    writeRows(leads(count / 2), leadFields, json, lines && leadsCsv);
    writeSync(json, '}');
    closeSync(json);
  }
  [csv, leadsCsv].forEach(closeSync);
}

/** Every tenth deal has another amount, and some that were won are lost after all. */
function* changed(rows) {
  let index = 0;
  for (const row of rows) yield index++ % 10 ? row : {...row, amount: (row.amount ?? 0) + 1_000, ...(row.status === 'won' && lost(row))};
}

function lost({id}) {
  return id.endsWith('0') ? {status: 'lost', stage: 'Closed lost'} : {};
}

function* leads(count) {
  const next = chance(count);
  const whole = (low, high) => low + Math.floor(next() * (high - low + 1));
  const lastDay = Date.parse(exportedOn) / 86_400_000;
  for (let index = 0; index < count; index++) {
    const created = lastDay - whole(5, 900);
    const instant = (day, hour) => `${dateOf(day)}T${hour}:${whole(10, 59)}:${whole(10, 59)}Z`;
    yield {
      id: `00Q5g${index.toString(36).padStart(13, '0')}`,
      ownerId: `0055g${whole(1, 200).toString(36).padStart(13, '0')}`,
      source: ['web', 'event', 'referral', 'partner'][whole(0, 3)],
      createdAt: instant(created, '09'),
      firstResponseAt: next() < 0.9 ? instant(created, '11') : null,
      convertedAt: next() < 0.3 ? instant(created + whole(1, 5), '13') : null
    };
  }
}

const scope = {'as-of': exportedOn, 'time-zone': 'UTC', currency: 'SEK', 'max-bytes': 1e9};
const months = '2024-10-01/P24M';
const regions = ['Norr', 'Öst', 'Söder', 'Väst', 'Utland'];

/** What a page shows, in the elements' own words: the four of one team, or ten for each region. `widgets.js` says the same of the others. */
export function tags(board, source) {
  const element = (name, attributes) => {
    const pairs = Object.entries({...source, ...scope, ...attributes}).map(([key, value]) => `${key}="${value}"`);
    return `<${name} ${pairs.join(' ')}></${name}>`;
  };
  const funnel = (more) => element('funnel-chart', {stages: [...stages, 'Closed', 'Won'].join(';'), ...more});
  const ranking = (more) => element('rep-leaderboard', {kpi: 'total-sales', top: 20, compare: 'none', ...more});
  const trend = (more) => element('kpi-trend', {period: months, grain: 'month', compare: 'none', ...more});
  const card = (more) => element('kpi-card', {compare: 'previous-full', ...more});
  if (board === 'four')
    return [card({kpi: 'win-rate', period: 'this-quarter'}), trend({kpi: 'total-sales'}), ranking({period: 'this-quarter'}), funnel({})];
  if (board === 'linked')
    return ['this-quarter', 'last-quarter', 'this-year', 'last-year'].flatMap((period) => [
      card({kpi: 'win-rate', group: 'sales', period}),
      card({kpi: 'total-sales', group: 'sales', period}),
      trend({kpi: 'total-sales', group: 'sales'}),
      ranking({group: 'sales', period}),
      funnel({group: 'sales', period})
    ]);
  return regions.flatMap((region) =>
    ['this-quarter', 'last-quarter'].flatMap((period, index) => {
      const part = {filter: `region=${region}`, period};
      return [
        card({kpi: 'win-rate', ...part}),
        card({kpi: 'total-sales', ...part}),
        trend({kpi: index ? 'win-rate' : 'total-sales', filter: part.filter}),
        ranking(part),
        funnel(part)
      ];
    })
  );
}
