import type {Explaining} from './formulas.js';
import {kpisDa} from './da.js';

export const danish: Explaining = {
  names: kpisDa,
  formulas: {
    'total-sales': {
      amount: 'beløb for vundne salg, efter lukkedato',
      count: 'antal vundne salg, efter lukkedato',
      'as-booked': 'beløb for salg, hver gang de blev vundet, minus vundne, der blev åbnet igen, efter de datoer'
    },
    'sales-per-rep': {
      amount: 'beløb for vundne salg, der tilskrives sælgere ÷ sælgere, der var aktive i perioden',
      count: 'vundne salg ÷ sælgere, der var aktive i perioden',
      'as-booked':
        'beløb bogført, hver gang et salg blev vundet, minus det, der blev åbnet igen, tilskrevet sælgere ÷ sælgere, der var aktive i perioden'
    },
    revenue: {
      net: 'beløb for gennemførte ordrer, refusioner trukket fra på deres egen dato',
      gross: 'beløb for gennemførte ordrer uden refusioner',
      'refund-by-order-date': 'beløb for gennemførte ordrer, hver refusion trukket fra på ordrens dato',
      'by-invoice-date': 'beløb for gennemførte ordrer minus refusioner, efter fakturadato',
      'by-payment-date': 'beløb for gennemførte ordrer minus refusioner, efter betalingsdato'
    },
    'revenue-per-rep': {
      net: 'beløb for gennemførte ordrer minus refusioner, tilskrevet sælgere ÷ sælgere, der var aktive i perioden',
      gross: 'beløb for gennemførte ordrer tilskrevet sælgere ÷ sælgere, der var aktive i perioden',
      'refund-by-order-date': 'som standard, hver refusion trukket fra på ordrens dato',
      'by-invoice-date': 'som standard, efter fakturadato',
      'by-payment-date': 'som standard, efter betalingsdato'
    },
    'average-purchase-value': {
      orders: 'beløb for gennemførte ordrer ÷ antal ordrer, før senere refusioner',
      'net-of-refunds': '(beløb for gennemførte ordrer − refusioner) ÷ antal ordrer',
      deals: 'beløb for vundne salg ÷ antal vundne salg'
    },
    'win-rate': {
      closed: 'vundne salg ÷ (vundne + tabte salg), efter lukkedato',
      'created-cohort': 'vundne salg indtil nu ÷ salg oprettet i perioden',
      'by-amount': 'vundet beløb ÷ (vundet + tabt beløb), efter lukkedato'
    },
    'sales-cycle-length': {
      median: 'median af dagene fra oprettelse til lukning for salg vundet i perioden',
      mean: 'summen af dagene fra oprettelse til lukning ÷ salg vundet i perioden',
      km: 'median af dagene til gevinst for salg oprettet i perioden, åbne og tabte regnet som ventende (Kaplan-Meier)'
    },
    'new-leads': {created: 'leads oprettet i perioden'},
    'lead-conversion-rate': {
      cohort: 'leads oprettet i perioden, der er blevet kunder ÷ leads oprettet i perioden',
      period: 'leads, der blev kunder i perioden ÷ leads oprettet i perioden (blander årgange, kan overstige 100 %)',
      'qualified-only': 'som standard, uden diskvalificerede leads'
    },
    'lead-response-time': {
      'km-median': 'mediantid fra oprettelse til første svar, ubesvarede leads regnet som ventende (Kaplan-Meier)',
      'median-responded': 'mediantid til første svar for besvarede leads',
      'mean-responded': 'summen af tiderne til første svar ÷ besvarede leads',
      'within-sla': 'leads besvaret inden for fristen ÷ (besvarede leads + leads ubesvaret så længe)'
    },
    'customer-acquisition-cost': {
      default: 'omkostning til salg og markedsføring ÷ nye kunder',
      fullyLoaded: 'omkostning til salg, markedsføring og fællesudgifter ÷ nye kunder'
    },
    'sales-activities': {done: 'udførte aktiviteter uden automatiske', 'including-automated': 'udførte aktiviteter, også automatiske'},
    'customer-lifetime-value': {
      simple: 'gennemsnitligt køb × køb pr. kunde og år × år, en kunde bliver',
      subscription: 'månedsomsætning pr. betalende kunde ÷ månedligt kundefrafald over seks måneder',
      margin: 'gennemsnitligt køb × køb pr. kunde og år × år, en kunde bliver × bruttomargin',
      historic: 'omsætning indtil nu fra de kunder, der begyndte i perioden ÷ de kunder'
    },
    'customer-retention-rate': {
      cohort: 'kunder fra starten, der stadig er der ÷ kunder ved starten',
      headcount: '(kunder ved slutningen − nye kunder) ÷ kunder ved starten'
    },
    'customer-churn-rate': {
      cohort: 'kunder fra starten, der er væk ÷ kunder ved starten',
      net: '(kunder ved starten − kunder ved slutningen) ÷ kunder ved starten',
      'incl-new': 'alle, der forlod ÷ (kunder ved starten + nye kunder)',
      'rolling-30d': 'kunder fra tredive dage før slutningen, der er væk ved slutningen ÷ de kunder',
      'sum-of-daily': 'summen over dagene af kunder tabt i løbet af dagen ÷ kunder ved dagens start'
    },
    'upsell-rate': {
      customers: 'kunder fra starten med et vundet opsalg i perioden ÷ kunder ved starten',
      offers: 'vundne opsalg ÷ opsalg oprettet i perioden',
      revenue: 'beløb for vundne opsalg ÷ beløb for alle vundne salg'
    },
    'cross-sell-rate': {
      customers: 'kunder fra starten med et vundet krydssalg i perioden ÷ kunder ved starten',
      offers: 'vundne krydssalg ÷ krydssalg oprettet i perioden',
      revenue: 'beløb for vundne krydssalg ÷ beløb for alle vundne salg'
    },
    'expansion-rate': {
      customers: 'kunder fra starten med et vundet opsalg eller krydssalg i perioden, hver én gang ÷ kunder ved starten',
      offers: 'vundne opsalg og krydssalg ÷ dem, der blev oprettet i perioden',
      revenue: 'beløb for vundne opsalg og krydssalg ÷ beløb for alle vundne salg'
    },
    mrr: {default: 'månedsbeløb for abonnementer, der gælder ved slutningen'},
    arr: {
      'run-rate': 'månedsbeløb for abonnementer, der gælder ved slutningen × 12',
      contracted: 'det samme, kun aftaler på et år eller mere'
    },
    'net-revenue-retention': {default: '(MRR ved starten + øgning − reduktion − frafald) ÷ MRR ved starten'},
    'gross-revenue-retention': {default: '(MRR ved starten − reduktion − frafald) ÷ MRR ved starten'},
    'gross-mrr-churn-rate': {default: '(frafald + reduktion) ÷ MRR ved starten'},
    'net-mrr-churn-rate': {
      default: '(frafald + reduktion − øgning) ÷ MRR ved starten',
      chartmogul: '(frafald + reduktion − øgning − tilbagevendte) ÷ MRR ved starten'
    },
    'employee-satisfaction': {
      enps: '100 × (svar 9–10 − svar 0–6) ÷ alle svar',
      csat: 'svar 4–5 af 5 ÷ alle svar',
      mean: 'summen af karaktererne ÷ antal svar'
    }
  },
  smart: {
    specific: ['siger, hvad der måles, og hvem der har ansvaret', 'ingen har ansvaret'],
    measurable: ['siger, hvad det går ud fra', 'siger ikke, hvad det går ud fra'],
    achievable: [
      'kræver ikke mere, end der er nået i en lige så lang tidligere periode',
      'kræver mere, end der nogensinde er nået i en lige så lang periode',
      'ingen tidligere periode at bedømme efter'
    ],
    relevant: ['siger, hvorfor det er sat', 'siger ikke, hvorfor det er sat'],
    'time-bound': ['siger hvornår', 'siger ikke hvornår']
  },
  words: {
    explain: 'Hvordan er det beregnet?',
    funnel: {
      reached: 'salg oprettet i perioden, efter den fase de nåede længst til; de, der har passeret en fase, tæller i alle før den',
      touched: 'salg oprettet i perioden, der kom ind i fasen',
      strict: 'salg oprettet i perioden, der kom ind i fasen og alle før den',
      snapshot: 'åbne salg i fasen på rapportdagen, uanset hvornår de blev oprettet',
      throughput: 'salg, der kom ind i fasen i perioden, uanset hvornår de blev oprettet: ingen kohorte, altså ingen konvertering'
    },
    medians: 'median for dage i fasen: de, der stadig er der, tæller som længere',
    formula: 'Formel',
    parts: 'Dele',
    terms: {
      opening: 'ved starten',
      closing: 'ved slutningen',
      new: 'nye',
      expansion: 'øgning',
      contraction: 'reduktion',
      churn: 'tabt',
      reactivation: 'tilbagevendte',
      fx: 'valutakurser',
      retained: 'fra starten, der stadig er der',
      bought: 'af dem, der købte',
      ended: 'forlod i perioden',
      joined: 'kom i perioden',
      averageTransaction: 'gennemsnitligt køb',
      transactionsPerCustomerPerYear: 'køb pr. kunde og år',
      retentionYears: 'år, en kunde bliver',
      revenuePerCustomerAndMonth: 'omsætning pr. kunde og måned',
      monthlyChurn: 'kundefrafald pr. måned',
      open: 'ikke afgjort endnu'
    },
    comparedWith: 'Sammenlignet med',
    likeForLike: 'til samme punkt i den periode',
    leftOut: 'Udeladt',
    nothing: 'intet',
    otherWays: 'Andre måder',
    target: 'Mål',
    owner: 'Ansvarlig',
    reporting: 'Rapportering',
    source: 'Kilde',
    rows: 'Læste rækker',
    read: (time) => `læst ${time}`,
    asOf: 'Pr.',
    latest: 'Seneste dato',
    close: 'Luk',
    records: 'Vis posterne',
    recordsBehind: 'Posterne bag tallet',
    fields: {id: 'Id', name: 'Navn', owner: 'Ejer', amount: 'Beløb', currency: 'Valuta', date: 'Dato', stage: 'Fase', status: 'Status'},
    page: (first, last, all) => `${first}–${last} af ${all}`,
    back: 'Forrige',
    on: 'Næste',
    download: (kind) => `Download ${kind}`,
    copy: 'Kopiér billede',
    copied: 'Billedet ligger i udklipsholderen.',
    notCopied: 'Browseren lader ikke siden kopiere billeder. Download det i stedet.',
    failed: 'Det gik ikke i denne browser.'
  }
};
