import type {Explaining} from './formulas.js';
import {kpisNb} from './nb.js';

export const norwegian: Explaining = {
  names: kpisNb,
  formulas: {
    'total-sales': {
      amount: 'beløp for vunne salg, etter avslutningsdato',
      count: 'antall vunne salg, etter avslutningsdato',
      'as-booked': 'beløp for salg hver gang de ble vunnet, minus vunne som ble åpnet igjen, etter de datoene'
    },
    'sales-per-rep': {
      amount: 'beløp for vunne salg som tilskrives selgere ÷ selgere som var aktive i perioden',
      count: 'vunne salg ÷ selgere som var aktive i perioden',
      'as-booked':
        'beløp bokført hver gang et salg ble vunnet, minus det som ble åpnet igjen, tilskrevet selgere ÷ selgere som var aktive i perioden'
    },
    revenue: {
      net: 'beløp for fullførte ordrer, refusjoner trukket fra på sin egen dato',
      gross: 'beløp for fullførte ordrer uten refusjoner',
      'refund-by-order-date': 'beløp for fullførte ordrer, hver refusjon trukket fra på ordrens dato',
      'by-invoice-date': 'beløp for fullførte ordrer minus refusjoner, etter fakturadato',
      'by-payment-date': 'beløp for fullførte ordrer minus refusjoner, etter betalingsdato'
    },
    'revenue-per-rep': {
      net: 'beløp for fullførte ordrer minus refusjoner, tilskrevet selgere ÷ selgere som var aktive i perioden',
      gross: 'beløp for fullførte ordrer tilskrevet selgere ÷ selgere som var aktive i perioden',
      'refund-by-order-date': 'som standard, hver refusjon trukket fra på ordrens dato',
      'by-invoice-date': 'som standard, etter fakturadato',
      'by-payment-date': 'som standard, etter betalingsdato'
    },
    'average-purchase-value': {
      orders: 'beløp for fullførte ordrer ÷ antall ordrer, før senere refusjoner',
      'net-of-refunds': '(beløp for fullførte ordrer − refusjoner) ÷ antall ordrer',
      deals: 'beløp for vunne salg ÷ antall vunne salg'
    },
    'win-rate': {
      closed: 'vunne salg ÷ (vunne + tapte salg), etter avslutningsdato',
      'created-cohort': 'vunne salg så langt ÷ salg opprettet i perioden',
      'by-amount': 'vunnet beløp ÷ (vunnet + tapt beløp), etter avslutningsdato'
    },
    'sales-cycle-length': {
      median: 'median av dagene fra opprettelse til avslutning for salg vunnet i perioden',
      mean: 'summen av dagene fra opprettelse til avslutning ÷ salg vunnet i perioden',
      km: 'median av dagene til seier for salg opprettet i perioden, åpne og tapte regnet som ventende (Kaplan-Meier)'
    },
    'new-leads': {created: 'leads opprettet i perioden'},
    'lead-conversion-rate': {
      cohort: 'leads opprettet i perioden som er blitt kunder ÷ leads opprettet i perioden',
      period: 'leads som ble kunder i perioden ÷ leads opprettet i perioden (blander årganger, kan passere 100 %)',
      'qualified-only': 'som standard, uten diskvalifiserte leads'
    },
    'lead-response-time': {
      'km-median': 'mediantid fra opprettelse til første svar, ubesvarte leads regnet som ventende (Kaplan-Meier)',
      'median-responded': 'mediantid til første svar for besvarte leads',
      'mean-responded': 'summen av tidene til første svar ÷ besvarte leads',
      'within-sla': 'leads besvart innen fristen ÷ (besvarte leads + leads ubesvart så lenge)'
    },
    'customer-acquisition-cost': {
      default: 'kostnad for salg og markedsføring ÷ nye kunder',
      fullyLoaded: 'kostnad for salg, markedsføring og felleskostnader ÷ nye kunder'
    },
    'sales-activities': {done: 'utførte aktiviteter uten automatiske', 'including-automated': 'utførte aktiviteter, også automatiske'},
    'customer-lifetime-value': {
      simple: 'gjennomsnittlig kjøp × kjøp per kunde og år × år en kunde blir',
      subscription: 'månedsinntekt per betalende kunde ÷ månedlig kundefrafall over seks måneder',
      margin: 'gjennomsnittlig kjøp × kjøp per kunde og år × år en kunde blir × bruttomargin',
      historic: 'inntekter så langt fra kundene som begynte i perioden ÷ de kundene'
    },
    'customer-retention-rate': {
      cohort: 'kunder fra starten som fortsatt er der ÷ kunder ved starten',
      headcount: '(kunder ved slutten − nye kunder) ÷ kunder ved starten'
    },
    'customer-churn-rate': {
      cohort: 'kunder fra starten som er borte ÷ kunder ved starten',
      net: '(kunder ved starten − kunder ved slutten) ÷ kunder ved starten',
      'incl-new': 'alle som forlot ÷ (kunder ved starten + nye kunder)',
      'rolling-30d': 'kunder fra tretti dager før slutten som er borte ved slutten ÷ de kundene',
      'sum-of-daily': 'summen over dagene av kunder tapt i løpet av dagen ÷ kunder ved dagens start'
    },
    'upsell-rate': {
      customers: 'kunder fra starten med et vunnet oppsalg i perioden ÷ kunder ved starten',
      offers: 'vunne oppsalg ÷ oppsalg opprettet i perioden',
      revenue: 'beløp for vunne oppsalg ÷ beløp for alle vunne salg'
    },
    'cross-sell-rate': {
      customers: 'kunder fra starten med et vunnet kryssalg i perioden ÷ kunder ved starten',
      offers: 'vunne kryssalg ÷ kryssalg opprettet i perioden',
      revenue: 'beløp for vunne kryssalg ÷ beløp for alle vunne salg'
    },
    'expansion-rate': {
      customers: 'kunder fra starten med et vunnet oppsalg eller kryssalg i perioden, hver én gang ÷ kunder ved starten',
      offers: 'vunne oppsalg og kryssalg ÷ de som ble opprettet i perioden',
      revenue: 'beløp for vunne oppsalg og kryssalg ÷ beløp for alle vunne salg'
    },
    mrr: {default: 'månedsbeløp for abonnementer som gjelder ved slutten'},
    arr: {
      'run-rate': 'månedsbeløp for abonnementer som gjelder ved slutten × 12',
      contracted: 'det samme, bare avtaler på et år eller mer'
    },
    'net-revenue-retention': {default: '(MRR ved starten + økning − reduksjon − frafall) ÷ MRR ved starten'},
    'gross-revenue-retention': {default: '(MRR ved starten − reduksjon − frafall) ÷ MRR ved starten'},
    'gross-mrr-churn-rate': {default: '(frafall + reduksjon) ÷ MRR ved starten'},
    'net-mrr-churn-rate': {
      default: '(frafall + reduksjon − økning) ÷ MRR ved starten',
      chartmogul: '(frafall + reduksjon − økning − tilbakekomne) ÷ MRR ved starten'
    },
    'employee-satisfaction': {
      enps: '100 × (svar 9–10 − svar 0–6) ÷ alle svar',
      csat: 'svar 4–5 av 5 ÷ alle svar',
      mean: 'summen av karakterene ÷ antall svar'
    }
  },
  smart: {
    specific: ['sier hva som måles og hvem som har ansvaret', 'ingen har ansvaret'],
    measurable: ['sier hva det går ut fra', 'sier ikke hva det går ut fra'],
    achievable: [
      'krever ikke mer enn det som er nådd i en like lang tidligere periode',
      'krever mer enn det som noen gang er nådd i en like lang periode',
      'ingen tidligere periode å bedømme etter'
    ],
    relevant: ['sier hvorfor det er satt', 'sier ikke hvorfor det er satt'],
    'time-bound': ['sier til når', 'sier ikke til når']
  },
  words: {
    explain: 'Hvordan er dette beregnet?',
    funnel: {
      reached: 'salg opprettet i perioden, etter den lengste fasen de nådde; de som har passert en fase, teller i alle før den',
      touched: 'salg opprettet i perioden som kom inn i fasen',
      strict: 'salg opprettet i perioden som kom inn i fasen og alle før den',
      snapshot: 'åpne salg i fasen på rapportdagen, uansett når de ble opprettet',
      throughput: 'salg som kom inn i fasen i perioden, uansett når de ble opprettet: ingen kohort, altså ingen konvertering'
    },
    medians: 'median for dager i fasen: de som fortsatt er der, teller som lengre',
    formula: 'Formel',
    parts: 'Deler',
    terms: {
      opening: 'ved starten',
      closing: 'ved slutten',
      new: 'nye',
      expansion: 'økning',
      contraction: 'reduksjon',
      churn: 'tapt',
      reactivation: 'tilbakekomne',
      fx: 'valutakurser',
      retained: 'fra starten som fortsatt er der',
      bought: 'av dem som kjøpte',
      ended: 'forlot i perioden',
      joined: 'kom i perioden',
      averageTransaction: 'gjennomsnittlig kjøp',
      transactionsPerCustomerPerYear: 'kjøp per kunde og år',
      retentionYears: 'år en kunde blir',
      revenuePerCustomerAndMonth: 'inntekt per kunde og måned',
      monthlyChurn: 'kundefrafall per måned',
      open: 'ikke avgjort ennå'
    },
    comparedWith: 'Sammenlignet med',
    likeForLike: 'til samme punkt i den perioden',
    leftOut: 'Utelatt',
    nothing: 'ingenting',
    otherWays: 'Andre måter',
    target: 'Mål',
    owner: 'Ansvarlig',
    reporting: 'Rapportering',
    source: 'Kilde',
    rows: 'Leste rader',
    read: (time) => `lest ${time}`,
    asOf: 'Per',
    latest: 'Siste dato',
    close: 'Lukk',
    records: 'Vis postene',
    recordsBehind: 'Postene bak tallet',
    fields: {id: 'Id', name: 'Navn', owner: 'Eier', amount: 'Beløp', currency: 'Valuta', date: 'Dato', stage: 'Fase', status: 'Status'},
    page: (first, last, all) => `${first}–${last} av ${all}`,
    back: 'Forrige',
    on: 'Neste',
    download: (kind) => `Last ned ${kind}`,
    copy: 'Kopier bilde',
    copied: 'Bildet ligger på utklippstavlen.',
    notCopied: 'Nettleseren lar ikke siden kopiere bilder. Last det ned i stedet.',
    failed: 'Det gikk ikke i denne nettleseren.'
  }
};
