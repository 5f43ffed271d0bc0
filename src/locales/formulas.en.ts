import type {Widened} from './en.js';
import type {KpiId} from '../kpi/catalog.js';
import type {SmartCheck} from '../kpi/smart.js';

/** Every formula in words, by KPI and variant, the default first. Apart from the dictionary, since only an explanation needs them. */
export const formulasEn = {
  'total-sales': {
    amount: 'amount of the deals won, by closing date',
    count: 'number of deals won, by closing date',
    'as-booked': 'amount of the deals won, each time they were, less that of won deals that were reopened, by those dates'
  },
  'sales-per-rep': {
    amount: 'amount of the deals won that is credited to reps ÷ reps active in the period',
    count: 'deals won ÷ reps active in the period',
    'as-booked': 'amount booked each time a deal was won, less what was reopened, credited to reps ÷ reps active in the period'
  },
  revenue: {
    net: 'amount of completed orders, refunds taken off on their own date',
    gross: 'amount of completed orders, refunds left out',
    'refund-by-order-date': 'amount of completed orders, each refund taken off on the date of its order',
    'by-invoice-date': 'amount of completed orders less refunds, by invoice date',
    'by-payment-date': 'amount of completed orders less refunds, by payment date'
  },
  'revenue-per-rep': {
    net: 'amount of completed orders less refunds, credited to reps ÷ reps active in the period',
    gross: 'amount of completed orders credited to reps ÷ reps active in the period',
    'refund-by-order-date': 'as the default, each refund taken off on the date of its order',
    'by-invoice-date': 'as the default, by invoice date',
    'by-payment-date': 'as the default, by payment date'
  },
  'average-purchase-value': {
    orders: 'amount of completed orders ÷ number of orders, before later refunds',
    'net-of-refunds': '(amount of completed orders − refunds) ÷ number of orders',
    deals: 'amount of the deals won ÷ number of deals won'
  },
  'win-rate': {
    closed: 'deals won ÷ (deals won + deals lost), by closing date',
    'created-cohort': 'deals won so far ÷ deals created in the period',
    'by-amount': 'amount won ÷ (amount won + amount lost), by closing date'
  },
  'sales-cycle-length': {
    median: 'median of the days from creation to closing of the deals won in the period',
    mean: 'sum of the days from creation to closing ÷ deals won in the period',
    km: 'median of the days to a win for the deals created in the period, open and lost ones counted as waiting (Kaplan-Meier)'
  },
  'new-leads': {created: 'leads created in the period'},
  'lead-conversion-rate': {
    cohort: 'leads created in the period that have become customers ÷ leads created in the period',
    period: 'leads that became customers in the period ÷ leads created in the period (mixes cohorts, can pass 100 %)',
    'qualified-only': 'as the default, disqualified leads left out'
  },
  'lead-response-time': {
    'km-median': 'median time from creation to first response, unanswered leads counted as waiting (Kaplan-Meier)',
    'median-responded': 'median time to first response of the answered leads',
    'mean-responded': 'sum of the times to first response ÷ answered leads',
    'within-sla': 'leads answered within the limit ÷ (leads answered + leads unanswered that long)'
  },
  'customer-acquisition-cost': {
    default: 'cost of sales and marketing ÷ new customers',
    fullyLoaded: 'cost of sales, marketing and overhead ÷ new customers'
  },
  'sales-activities': {done: 'activities done, automated ones left out', 'including-automated': 'activities done, automated ones too'},
  'customer-lifetime-value': {
    simple: 'average transaction × transactions per customer and year × years a customer stays',
    subscription: 'monthly revenue per paying customer ÷ monthly customer churn of six months',
    margin: 'average transaction × transactions per customer and year × years a customer stays × gross margin',
    historic: 'revenue so far of the customers who started in the period ÷ those customers'
  },
  'customer-retention-rate': {
    cohort: 'customers of the opening who are still there ÷ customers at the opening',
    headcount: '(customers at the end − new customers) ÷ customers at the start'
  },
  'customer-churn-rate': {
    cohort: 'customers of the opening who are gone ÷ customers at the opening',
    net: '(customers at the start − customers at the end) ÷ customers at the start',
    'incl-new': 'everyone who left ÷ (customers at the opening + new customers)',
    'rolling-30d': 'customers of thirty days before the closing who are gone at it ÷ those customers',
    'sum-of-daily': 'sum over the days of customers lost in the day ÷ customers at its start'
  },
  'upsell-rate': {
    customers: 'customers of the opening with an upsell won in the period ÷ customers at the opening',
    offers: 'upsell deals won ÷ upsell deals created in the period',
    revenue: 'amount of upsell deals won ÷ amount of all deals won'
  },
  'cross-sell-rate': {
    customers: 'customers of the opening with a cross-sell won in the period ÷ customers at the opening',
    offers: 'cross-sell deals won ÷ cross-sell deals created in the period',
    revenue: 'amount of cross-sell deals won ÷ amount of all deals won'
  },
  'expansion-rate': {
    customers: 'customers of the opening with an upsell or cross-sell won in the period, each once ÷ customers at the opening',
    offers: 'upsell and cross-sell deals won ÷ those created in the period',
    revenue: 'amount of upsell and cross-sell deals won ÷ amount of all deals won'
  },
  mrr: {default: 'monthly amount of the subscriptions in force at the closing'},
  arr: {
    'run-rate': 'monthly amount of the subscriptions in force at the closing × 12',
    contracted: 'the same, only terms of a year or more'
  },
  'net-revenue-retention': {default: '(opening MRR + expansion − contraction − churn) ÷ opening MRR'},
  'gross-revenue-retention': {default: '(opening MRR − contraction − churn) ÷ opening MRR'},
  'gross-mrr-churn-rate': {default: '(churned MRR + contraction) ÷ opening MRR'},
  'net-mrr-churn-rate': {
    default: '(churned MRR + contraction − expansion) ÷ opening MRR',
    chartmogul: '(churned MRR + contraction − expansion − reactivation) ÷ opening MRR'
  },
  'employee-satisfaction': {
    enps: '100 × (answers 9–10 − answers 0–6) ÷ all answers',
    csat: 'answers 4–5 of 5 ÷ all answers',
    mean: 'sum of the scores ÷ answers'
  }
} satisfies Readonly<Record<KpiId, Readonly<Record<string, string>>>>;

/** What every language has. */
export type Formulas = {readonly [Id in keyof typeof formulasEn]: {readonly [Variant in keyof (typeof formulasEn)[Id]]: string}};

/** What is said of each criterion of a target: met, not met, not to be told. */
export const smartEn = {
  specific: ['says what is measured and who answers for it', 'nobody answers for it'],
  measurable: ['says what it sets out from', 'does not say what it sets out from'],
  achievable: [
    'needs no more than was reached in an earlier period as long',
    'needs more than was ever reached in a period as long',
    'no earlier period to judge by'
  ],
  relevant: ['says why it is set', 'does not say why it is set'],
  'time-bound': ['says by when', 'does not say by when']
} satisfies Readonly<Record<SmartCheck['criterion'], readonly string[]>>;

export type SmartWords = Readonly<Record<SmartCheck['criterion'], readonly string[]>>;

/** What only the explanation and the exports say. */
export const wordsEn = {
  explain: 'How is this computed?',
  /** How deals count at a stage, by the mode of the funnel. */
  funnel: {
    reached: 'deals created in the period, by the furthest stage they came to; who passed one counts at all before it',
    touched: 'deals created in the period that entered the stage',
    strict: 'deals created in the period that entered the stage and all before it',
    snapshot: 'open deals at the stage on the day of the report, whenever they were created',
    throughput: 'deals that entered the stage in the period, whenever they were created: no cohort, so no conversion'
  },
  medians: 'medians of days in the stage: those still there count as staying longer',
  formula: 'Formula',
  parts: 'Parts',
  /** What a figure is made of. */
  terms: {
    opening: 'opening',
    closing: 'closing',
    new: 'new',
    expansion: 'expansion',
    contraction: 'contraction',
    churn: 'lost',
    reactivation: 'returned',
    fx: 'exchange rates',
    retained: 'of the opening still there',
    bought: 'of those who bought',
    ended: 'left in the period',
    joined: 'came in the period',
    averageTransaction: 'average purchase',
    transactionsPerCustomerPerYear: 'purchases a customer and year',
    retentionYears: 'years a customer stays',
    revenuePerCustomerAndMonth: 'revenue a customer and month',
    monthlyChurn: 'customers lost a month',
    open: 'not decided yet'
  },
  comparedWith: 'Compared with',
  likeForLike: 'up to the same point of that period',
  leftOut: 'Left out',
  nothing: 'nothing',
  otherWays: 'Other ways',
  target: 'Target',
  owner: 'Owner',
  reporting: 'Reporting',
  source: 'Source',
  rows: 'Rows read',
  read: (time: string) => `read ${time}`,
  asOf: 'As of',
  latest: 'Latest date',
  close: 'Close',
  records: 'Show records',
  recordsBehind: 'The records behind the figure',
  /** Of a record. */
  fields: {
    id: 'Id',
    name: 'Name',
    owner: 'Owner',
    amount: 'Amount',
    currency: 'Currency',
    date: 'Date',
    stage: 'Stage',
    status: 'Status'
  },
  page: (first: string, last: string, all: string) => `${first}–${last} of ${all}`,
  back: 'Back',
  on: 'Next',
  download: (kind: string) => `Download ${kind}`,
  copy: 'Copy image',
  copied: 'The image is on the clipboard.',
  notCopied: 'The browser does not let this page copy images. Download it instead.',
  failed: 'That did not work in this browser.'
};

export type Words = Widened<typeof wordsEn>;
