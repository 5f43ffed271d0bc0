import type {Formulas, SmartWords, Words} from './formulas.en.js';
import type {Explaining} from './formulas.js';
import {namesSv} from './names.sv.js';

export const formulasSv: Formulas = {
  'total-sales': {
    amount: 'belopp för vunna affärer, efter stängningsdatum',
    count: 'antal vunna affärer, efter stängningsdatum',
    'as-booked': 'belopp för vunna affärer varje gång de vanns, minus vunna som öppnades igen, efter de datumen'
  },
  'sales-per-rep': {
    amount: 'belopp för vunna affärer som tillgodoräknas säljare ÷ säljare som var aktiva i perioden',
    count: 'vunna affärer ÷ säljare som var aktiva i perioden',
    'as-booked':
      'belopp bokat varje gång en affär vanns, minus det som öppnades igen, som tillgodoräknas säljare ÷ säljare som var aktiva i perioden'
  },
  revenue: {
    net: 'belopp för slutförda order, återbetalningar avdragna på sitt eget datum',
    gross: 'belopp för slutförda order utan återbetalningar',
    'refund-by-order-date': 'belopp för slutförda order, varje återbetalning avdragen på orderns datum',
    'by-invoice-date': 'belopp för slutförda order minus återbetalningar, efter fakturadatum',
    'by-payment-date': 'belopp för slutförda order minus återbetalningar, efter betalningsdatum'
  },
  'revenue-per-rep': {
    net: 'belopp för slutförda order minus återbetalningar som tillgodoräknas säljare ÷ aktiva säljare i perioden',
    gross: 'belopp för slutförda order som tillgodoräknas säljare ÷ aktiva säljare i perioden',
    'refund-by-order-date': 'som standard, varje återbetalning avdragen på orderns datum',
    'by-invoice-date': 'som standard, efter fakturadatum',
    'by-payment-date': 'som standard, efter betalningsdatum'
  },
  'average-purchase-value': {
    orders: 'belopp för slutförda order ÷ antal order, före senare återbetalningar',
    'net-of-refunds': '(belopp för slutförda order − återbetalningar) ÷ antal order',
    deals: 'belopp för vunna affärer ÷ antal vunna affärer'
  },
  'win-rate': {
    closed: 'vunna affärer ÷ (vunna + förlorade affärer), efter stängningsdatum',
    'created-cohort': 'hittills vunna affärer ÷ affärer skapade i perioden',
    'by-amount': 'vunnet belopp ÷ (vunnet + förlorat belopp), efter stängningsdatum'
  },
  'sales-cycle-length': {
    median: 'median av dagarna från skapad till stängd för affärer vunna i perioden',
    mean: 'summan av dagarna från skapad till stängd ÷ affärer vunna i perioden',
    km: 'median av dagarna till vinst för affärer skapade i perioden, öppna och förlorade räknade som väntande (Kaplan-Meier)'
  },
  'new-leads': {created: 'leads skapade i perioden'},
  'lead-conversion-rate': {
    cohort: 'leads skapade i perioden som blivit kunder ÷ leads skapade i perioden',
    period: 'leads som blev kunder i perioden ÷ leads skapade i perioden (blandar årgångar, kan passera 100 %)',
    'qualified-only': 'som standard, utan diskvalificerade leads'
  },
  'lead-response-time': {
    'km-median': 'mediantid från skapad till första svar, obesvarade leads räknade som väntande (Kaplan-Meier)',
    'median-responded': 'mediantid till första svar för besvarade leads',
    'mean-responded': 'summan av tiderna till första svar ÷ besvarade leads',
    'within-sla': 'leads besvarade inom gränsen ÷ (besvarade leads + leads obesvarade så länge)'
  },
  'customer-acquisition-cost': {
    default: 'kostnad för försäljning och marknadsföring ÷ nya kunder',
    fullyLoaded: 'kostnad för försäljning, marknadsföring och overhead ÷ nya kunder'
  },
  'sales-activities': {done: 'utförda aktiviteter utom automatiska', 'including-automated': 'utförda aktiviteter, även automatiska'},
  'customer-lifetime-value': {
    simple: 'genomsnittligt köp × köp per kund och år × år som en kund stannar',
    subscription: 'månadsintäkt per betalande kund ÷ månatligt kundbortfall under sex månader',
    margin: 'genomsnittligt köp × köp per kund och år × år som en kund stannar × bruttomarginal',
    historic: 'intäkter hittills från kunderna som började i perioden ÷ de kunderna'
  },
  'customer-retention-rate': {
    cohort: 'kunder vid periodens början som är kvar ÷ kunder vid periodens början',
    headcount: '(kunder vid slutet − nya kunder) ÷ kunder vid början'
  },
  'customer-churn-rate': {
    cohort: 'kunder vid periodens början som är borta ÷ kunder vid periodens början',
    net: '(kunder vid början − kunder vid slutet) ÷ kunder vid början',
    'incl-new': 'alla som lämnade ÷ (kunder vid början + nya kunder)',
    'rolling-30d': 'kunder trettio dagar före periodens slut som är borta vid slutet ÷ de kunderna',
    'sum-of-daily': 'summan över dagarna av kunder som lämnade under dagen ÷ kunder vid dagens början'
  },
  'upsell-rate': {
    customers: 'kunder vid början med en vunnen uppförsäljning i perioden ÷ kunder vid början',
    offers: 'vunna uppförsäljningar ÷ uppförsäljningar skapade i perioden',
    revenue: 'belopp för vunna uppförsäljningar ÷ belopp för alla vunna affärer'
  },
  'cross-sell-rate': {
    customers: 'kunder vid början med en vunnen korsförsäljning i perioden ÷ kunder vid början',
    offers: 'vunna korsförsäljningar ÷ korsförsäljningar skapade i perioden',
    revenue: 'belopp för vunna korsförsäljningar ÷ belopp för alla vunna affärer'
  },
  'expansion-rate': {
    customers: 'kunder vid början med en vunnen merförsäljning i perioden, var och en en gång ÷ kunder vid början',
    offers: 'vunna merförsäljningar ÷ de som skapades i perioden',
    revenue: 'belopp för vunna merförsäljningar ÷ belopp för alla vunna affärer'
  },
  mrr: {default: 'månadsbelopp för abonnemang som gäller vid periodens slut'},
  arr: {
    'run-rate': 'månadsbelopp för abonnemang som gäller vid periodens slut × 12',
    contracted: 'samma, bara avtal på ett år eller mer'
  },
  'net-revenue-retention': {default: '(ingående MRR + ökning − minskning − bortfall) ÷ ingående MRR'},
  'gross-revenue-retention': {default: '(ingående MRR − minskning − bortfall) ÷ ingående MRR'},
  'gross-mrr-churn-rate': {default: '(bortfall + minskning) ÷ ingående MRR'},
  'net-mrr-churn-rate': {
    default: '(bortfall + minskning − ökning) ÷ ingående MRR',
    chartmogul: '(bortfall + minskning − ökning − återkomna) ÷ ingående MRR'
  },
  'employee-satisfaction': {
    enps: '100 × (svar 9–10 − svar 0–6) ÷ alla svar',
    csat: 'svar 4–5 av 5 ÷ alla svar',
    mean: 'summan av betygen ÷ antal svar'
  }
};

export const smartSv: SmartWords = {
  specific: ['säger vad som mäts och vem som ansvarar', 'ingen ansvarar för det'],
  measurable: ['säger vad det utgår från', 'säger inte vad det utgår från'],
  achievable: [
    'kräver inte mer än vad som nåtts i en lika lång tidigare period',
    'kräver mer än vad som någonsin nåtts i en lika lång period',
    'ingen tidigare period att bedöma efter'
  ],
  relevant: ['säger varför det är satt', 'säger inte varför det är satt'],
  'time-bound': ['säger till när', 'säger inte till när']
};

const wordsSv: Words = {
  explain: 'Hur är det beräknat?',
  funnel: {
    reached: 'affärer skapade i perioden, efter den fas de nått längst till; den som passerat en fas räknas i alla före den',
    touched: 'affärer skapade i perioden som gått in i fasen',
    strict: 'affärer skapade i perioden som gått in i fasen och alla före den',
    snapshot: 'öppna affärer i fasen på rapportdagen, oavsett när de skapades',
    throughput: 'affärer som kom in i fasen under perioden, oavsett när de skapades: ingen kohort, alltså ingen konvertering'
  },
  medians: 'median för dagar i fasen: de som är kvar räknas som längre',
  formula: 'Formel',
  parts: 'Delar',
  terms: {
    opening: 'ingående',
    closing: 'utgående',
    new: 'nya',
    expansion: 'utökat',
    contraction: 'minskat',
    churn: 'förlorat',
    reactivation: 'återkomna',
    fx: 'växelkurser',
    retained: 'av ingående som är kvar',
    bought: 'av dem som köpt',
    ended: 'lämnade i perioden',
    joined: 'kom i perioden',
    averageTransaction: 'genomsnittligt köp',
    transactionsPerCustomerPerYear: 'köp per kund och år',
    retentionYears: 'år en kund stannar',
    revenuePerCustomerAndMonth: 'intäkt per kund och månad',
    monthlyChurn: 'kundbortfall per månad',
    open: 'inte avgjorda än'
  },
  comparedWith: 'Jämfört med',
  likeForLike: 'till samma punkt i den perioden',
  leftOut: 'Utelämnat',
  nothing: 'inget',
  otherWays: 'Andra sätt',
  target: 'Mål',
  owner: 'Ansvarig',
  reporting: 'Rapportering',
  source: 'Källa',
  rows: 'Lästa rader',
  read: (time) => `läst ${time}`,
  asOf: 'Per',
  latest: 'Senaste datum',
  close: 'Stäng',
  records: 'Visa posterna',
  recordsBehind: 'Posterna bakom siffran',
  fields: {
    id: 'Id',
    name: 'Namn',
    owner: 'Ägare',
    amount: 'Belopp',
    currency: 'Valuta',
    date: 'Datum',
    stage: 'Fas',
    status: 'Status'
  },
  page: (first, last, all) => `${first}–${last} av ${all}`,
  back: 'Föregående',
  on: 'Nästa',
  download: (kind) => `Ladda ner ${kind}`,
  copy: 'Kopiera bild',
  copied: 'Bilden ligger i urklipp.',
  notCopied: 'Webbläsaren låter inte sidan kopiera bilder. Ladda ner den i stället.',
  failed: 'Det gick inte i den här webbläsaren.'
};

export const swedish: Explaining = {names: namesSv, formulas: formulasSv, smart: smartSv, words: wordsSv};
