// @ts-check

/** @typedef {[what: string, attributes: Record<string, string>, properties?: object]} Shown */

const day = {period: '2026-07', 'as-of': '2026-07-31'};
/** @param {...[date: string, amount: number, status?: string]} deals */
const dataOf = (...deals) => ({
  deals: deals.map(([date, amount, status = 'won'], index) => ({
    id: String(index),
    status,
    amount,
    createdAt: date.slice(0, 8) + '01',
    closedAt: date
  })),
  settings: {currency: 'SEK', timeZone: 'Europe/Stockholm'}
});
/** @param {number} july @param {number} june */
const sales = (july, june) => ({src: '', data: dataOf(['2026-07-10', july], ['2026-06-10', june])});

/** @type {Shown[]} */
const cards = [
  ['running month, target, owner', {}],
  ['a month that is over', {period: '2026-10'}],
  ['working days', {'compare-by': 'working-days'}],
  ['year ago', {compare: 'year-ago'}],
  ['compare none', {compare: 'none'}],
  ['a rep, the rep’s own target', {rep: 'Rep 04', period: 'this-quarter'}],
  ['a team', {team: 'Team North', period: 'this-quarter'}],
  ['in full', {format: 'full'}],
  ['compact', {size: 'compact'}],
  ['compact with thresholds', {size: 'compact', kpi: 'win-rate', thresholds: '0.3 0.35', period: 'last-month'}],
  ['rate against a target', {kpi: 'win-rate'}],
  ['rate of last month', {kpi: 'win-rate', period: 'last-month'}],
  ['thresholds: bad', {kpi: 'win-rate', thresholds: '0.5 0.6', period: 'last-month'}],
  ['days', {kpi: 'sales-cycle-length', period: 'this-quarter'}],
  ['hours and minutes', {kpi: 'lead-response-time', period: 'this-quarter'}],
  ['churn', {kpi: 'customer-churn-rate', period: 'this-quarter'}],
  ['money a month', {kpi: 'mrr'}],
  ['lifetime value', {kpi: 'customer-lifetime-value', period: 'this-quarter'}],
  ['score', {kpi: 'employee-satisfaction', period: 'last-12-months'}],
  [
    'too few for a percentage',
    {...day, kpi: 'win-rate'},
    {src: '', data: dataOf(['2026-07-10', 1], ['2026-07-11', 1, 'lost'], ['2026-07-12', 1], ['2026-06-10', 1])}
  ],
  ['huge', day, sales(987_654_321_987_654, 1)],
  ['tiny', day, sales(0.004, 0.003)],
  ['zero', day, sales(0, 500)],
  ['negative', day, sales(-25_000, 1000)],
  ['nothing to measure', {...day, kpi: 'win-rate', period: '2025-01'}, sales(1, 1)],
  [
    'a long heading',
    {heading: 'Total sales of all deals that were won in the Nordic countries, including those of partners and resellers'}
  ],
  ['a link', {}],
  ['no source', {src: ''}],
  ['not found', {src: 'data/none.json'}],
  ['not set up', {kpi: 'x'}]
];

/** @type {Shown[]} */
const trends = [
  ['a year by month, with targets', {}],
  ['against the year before', {compare: 'year-ago'}],
  ['by week', {period: 'this-quarter', grain: 'week', compare: 'none'}],
  ['by day', {period: 'this-month', grain: 'day', compare: 'none'}],
  ['by quarter', {period: '2025-01/2026-12', grain: 'quarter'}],
  ['as a line', {shape: 'line', compare: 'none'}],
  ['moving average', {'moving-average': '3', compare: 'none'}],
  ['limits and signals', {limits: '', period: 'last-24-months', compare: 'none'}],
  ['limits of a rate', {kpi: 'win-rate', limits: '', compare: 'none'}],
  ['adding up to the target', {cumulative: '', period: 'this-year', compare: 'year-ago'}],
  ['annotations', {annotations: '[{"date":"2026-03-10","text":"Price rise"},{"date":"2026-08-24","text":"New team in the north"}]'}],
  ['by rep', {breakdown: 'rep'}],
  ['by team, side by side', {breakdown: 'team', multiples: ''}],
  ['a rate by region', {breakdown: 'region', kpi: 'win-rate', grain: 'quarter', period: '2025-01/2026-12'}],
  ['rate', {kpi: 'win-rate'}],
  ['rate as columns', {kpi: 'win-rate', shape: 'column'}],
  ['days', {kpi: 'sales-cycle-length'}],
  ['hours', {kpi: 'lead-response-time'}],
  ['own target', {kpi: 'win-rate', target: '0.33', compare: 'none'}],
  ['one crosshair (1)', {group: 'a', compare: 'none'}],
  ['one crosshair (2)', {group: 'a', kpi: 'win-rate', compare: 'none'}],
  ['nothing to measure', {period: '2015'}],
  ['not set up', {grain: 'hour'}]
];

/** @param {...[owner: string, amount: number]} sales */
const boardOf = (...sales) => ({
  deals: sales.map(([ownerId, amount], index) => ({id: String(index), ownerId, amount, status: 'won', closedAt: '2026-07-10'})),
  settings: {currency: 'SEK', timeZone: 'Europe/Stockholm'}
});

/** @type {Shown[]} */
const boards = [
  ['places, pace, quota', {}],
  ['the first three and one’s own row', {top: '3', me: 'Rep 18'}],
  ['both ends', {top: '3', bottom: '3'}],
  ['by pages', {'page-size': '6'}],
  ['other KPIs', {columns: 'win-rate,sales-cycle-length', top: '5'}],
  ['most improved first', {sort: 'improvement', top: '5'}],
  ['by attainment', {sort: 'attainment', top: '5'}],
  ['names masked', {mask: '', me: 'Rep 18', top: '5'}],
  ['too few cases', {kpi: 'win-rate', period: 'this-month', top: '30'}],
  ['shorter is better', {kpi: 'sales-cycle-length', top: '5'}],
  ['teams', {'group-by': 'team'}],
  ['managers', {'group-by': 'manager'}],
  ['products', {'group-by': 'product', heading: 'Sales by product'}],
  ['nothing compared', {compare: 'none', top: '5'}],
  [
    'long names',
    day,
    {
      src: '',
      data: boardOf(
        ['Key accounts of the northern region, together with the partners who bring them', 987_654_321],
        ['مندوب المبيعات الأول', 540_000],
        ['Maria-Magdalena Christoffersson Lindström', 120_000],
        ['Bo', 0]
      )
    }
  ],
  ['nothing in the period', {period: '2015'}],
  ['no rows', {src: '', period: '2026'}, {data: []}],
  ['not found', {src: 'data/none.json'}],
  ['not set up', {ranking: 'x'}]
];

const pipeline = {compare: 'none', period: '2026-07', 'as-of': '2026-07-31'};
/** Open deals, one stage after the other. @param {Record<string, number>} counts */
const stagesOf = (counts) => ({
  src: '',
  data: Object.entries(counts).flatMap(([stage, count]) =>
    Array.from({length: count}, (_, index) => ({id: `${stage} ${index}`, status: 'open', stage, createdAt: '2026-07-10'}))
  )
});

/** @type {Shown[]} */
const funnels = [
  ['how far they came', {}],
  ['touched', {mode: 'touched'}],
  ['strict', {mode: 'strict'}],
  ['snapshot', {mode: 'snapshot'}],
  ['throughput', {mode: 'throughput'}],
  ['money', {measure: 'amount'}],
  ['shares of the first', {basis: 'first'}],
  ['alone', {compare: 'none'}],
  ['provisional', {window: '180d'}],
  ['by region', {breakdown: 'region', compare: 'none'}],
  ['leads', {table: 'leads'}],
  [
    'fifteen stages',
    pipeline,
    stagesOf(Object.fromEntries(Array.from({length: 15}, (_, index) => [`Stage ${String.fromCharCode(65 + index)}`, 20 - index])))
  ],
  [
    'long names of stages',
    {...pipeline, stages: 'Waiting for the customer’s security and legal teams to reply;Bundesangelegenheiten'},
    stagesOf({'Waiting for the customer’s security and legal teams to reply': 9, Bundesangelegenheiten: 4})
  ],
  ['one stage', {...pipeline, stages: 'Lead'}, stagesOf({Lead: 4})],
  ['nothing at the first', {...pipeline, mode: 'touched', stages: 'Lead;Talk;Offer'}, stagesOf({Talk: 5, Offer: 2})],
  ['nothing in the period', {period: '2015'}],
  ['not found', {src: 'data/none.json'}],
  ['not set up', {mode: 'x'}]
];

const settings = new URLSearchParams(location.search);
const {lang = 'en', dir = 'ltr', scheme = 'light dark', width = '360', show = '', from = '0', to = '99'} = Object.fromEntries(settings);
Object.assign(document.documentElement, {lang, dir});
document.documentElement.style.colorScheme = scheme;
for (const [name, value] of settings) {
  const input = document.querySelector(`[name=${CSS.escape(name)}]`);
  if (input instanceof HTMLInputElement) input.value = value;
}

/** @param {string} tag @param {Shown[]} all */
function add(tag, all) {
  for (const [what, attributes, properties] of all.slice(Number(from), Number(to))) {
    if (!`${tag} ${what}`.includes(show)) continue;
    const figure = document.createElement('figure');
    figure.style.inlineSize = `${width}px`;
    const caption = document.createElement('figcaption');
    caption.textContent = what;
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries({src: 'data/sample.json', ...attributes})) element.setAttribute(name, value);
    Object.assign(element, properties);
    if (what === 'a link') element.append(linkTo('./'));
    figure.append(caption, element);
    document.querySelector('main')?.append(figure);
  }
}

/** @param {string} href */
function linkTo(href) {
  const link = document.createElement('a');
  return Object.assign(link, {slot: 'link', href, textContent: 'All deals of the month'});
}

add('kpi-card', cards);
add('kpi-trend', trends);
add('rep-leaderboard', boards);
add('funnel-chart', funnels);
