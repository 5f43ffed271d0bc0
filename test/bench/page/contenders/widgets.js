import {months, stages} from './figures.js';

const percent = new Intl.NumberFormat('en', {style: 'percent', minimumFractionDigits: 2, maximumFractionDigits: 2});
const whole = new Intl.NumberFormat('en', {maximumFractionDigits: 0});
const exact = new Intl.NumberFormat('en', {minimumFractionDigits: 2, maximumFractionDigits: 2});
const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const order = ['Norr', 'Öst', 'Söder', 'Väst', 'Utland'];

const moneyText = (units) => `${(units % 100 ? exact : whole).format(units / 100)} SEK`;
const rateText = (rate) => (rate === null ? '–' : percent.format(rate));

/** What there is to draw, the same for all who draw it by hand: `workload.js` says the same in the words of our elements. */
export function widgets(groups) {
  const all = groups.get('all');
  if (all) return [winRate(all, 0), trend(all, 0), ranking(all, 0), funnel(all, 1)];
  return order.flatMap((region) => {
    const group = groups.get(region);
    return [0, 1].flatMap((quarter) => [
      winRate(group, quarter),
      sales(group, quarter),
      trend(group, quarter),
      ranking(group, quarter),
      funnel(group, quarter)
    ]);
  });
}

const rate = (won, lost) => (won + lost > 0 ? won / (won + lost) : null);
const sum = (counts, quarter) => counts.subarray(months - 3 - quarter * 3, months - quarter * 3).reduce((so, count) => so + count, 0);

/** Thirteen months up to the end of the quarter, and the same a year before. */
function spark(quarter, valueAt) {
  const end = months - quarter * 3 - (quarter ? 0 : 1) + 1;
  const last = Math.min(end, months);
  const from = (start) => Array.from({length: 13}, (_, index) => (start + index < 0 ? null : valueAt(start + index)));
  return {actual: from(last - 13), before: from(last - 25)};
}

function winRate(group, quarter) {
  const of = (which) => rate(sum(group.won, which), sum(group.lost, which));
  const [value, before] = [of(quarter), of(quarter + 1)];
  const points = new Intl.NumberFormat('en', {signDisplay: 'exceptZero', minimumFractionDigits: 1, maximumFractionDigits: 1});
  return {
    kind: 'card',
    heading: 'Win rate',
    value: rateText(value),
    change: `${points.format((value - before) * 100)} points`,
    ...spark(quarter, (month) => rate(group.won[month], group.lost[month]))
  };
}

function sales(group, quarter) {
  const [value, before] = [sum(group.sales, quarter), sum(group.sales, quarter + 1)];
  const relative = new Intl.NumberFormat('en', {
    style: 'percent',
    signDisplay: 'exceptZero',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1
  });
  return {
    kind: 'card',
    heading: 'Total sales',
    value: moneyText(value),
    change: relative.format(value / before - 1),
    ...spark(quarter, (month) => group.sales[month] / 100)
  };
}

function trend(group, quarter) {
  const from = months - 24;
  const isRate = quarter === 1;
  return {
    kind: 'trend',
    heading: isRate ? 'Win rate' : 'Total sales',
    isLine: isRate,
    buckets: Array.from({length: 24}, (_, index) => {
      const month = from + index;
      const value = isRate ? rate(group.won[month], group.lost[month]) : group.sales[month];
      return {
        name: monthNames[month % 12],
        year: month % 12 ? '' : String(2024 + month / 12),
        value: isRate ? value : value / 100,
        text: isRate ? rateText(value) : moneyText(value)
      };
    })
  };
}

function ranking(group, quarter) {
  const sorted = [...group.reps[quarter]].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const total = sorted.reduce((so, [, units]) => so + units, 0);
  const rest = sorted.slice(20).reduce((so, [, units]) => so + units, 0);
  const row = (name, units, place = '') => ({name, place, value: units / 100, text: moneyText(units)});
  return {
    kind: 'ranking',
    heading: 'Total sales',
    rows: sorted.slice(0, 20).map(([name, units], index) => row(name, units, String(index + 1))),
    others: sorted.length > 20 ? row(`${sorted.length - 20} others`, rest) : undefined,
    total: row('Total', total)
  };
}

function funnel(group, quarter) {
  const [ended, open] = [group.ended[quarter], group.open[quarter]];
  let reached = 0;
  const rows = [];
  for (let stage = stages.length - 1; stage >= 0; stage--) {
    reached += ended[stage];
    const isWon = stage === stages.length - 1;
    const lost = isWon ? 0 : ended[stage] - open[stage];
    rows.unshift({stage: stages[stage], count: reached, open: open[stage], lost, advanced: reached - open[stage] - lost});
  }
  return {
    kind: 'funnel',
    heading: 'Sales funnel',
    rows: rows.map((row) => ({...row, share: rows[0].count ? row.count / rows[0].count : 0, text: whole.format(row.count)}))
  };
}
