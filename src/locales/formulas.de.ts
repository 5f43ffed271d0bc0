import type {Explaining} from './formulas.js';
import {kpisDe} from './de.js';

export const german: Explaining = {
  names: kpisDe,
  formulas: {
    'total-sales': {
      amount: 'Betrag der gewonnenen Abschlüsse, nach Abschlussdatum',
      count: 'Anzahl der gewonnenen Abschlüsse, nach Abschlussdatum',
      'as-booked':
        'Betrag der gewonnenen Abschlüsse, jedes Mal, wenn sie gewonnen wurden, abzüglich gewonnener, die wieder geöffnet wurden, nach diesen Daten'
    },
    'sales-per-rep': {
      amount: 'Betrag der gewonnenen Abschlüsse, der Verkäufern zugerechnet wird ÷ im Zeitraum aktive Verkäufer',
      count: 'gewonnene Abschlüsse ÷ im Zeitraum aktive Verkäufer',
      'as-booked': 'gebuchter Betrag bei jedem Gewinn, abzüglich wieder Geöffnetem, Verkäufern zugerechnet ÷ im Zeitraum aktive Verkäufer'
    },
    revenue: {
      net: 'Betrag der abgeschlossenen Bestellungen, Erstattungen an ihrem eigenen Datum abgezogen',
      gross: 'Betrag der abgeschlossenen Bestellungen ohne Erstattungen',
      'refund-by-order-date': 'Betrag der abgeschlossenen Bestellungen, jede Erstattung am Datum ihrer Bestellung abgezogen',
      'by-invoice-date': 'Betrag der abgeschlossenen Bestellungen abzüglich Erstattungen, nach Rechnungsdatum',
      'by-payment-date': 'Betrag der abgeschlossenen Bestellungen abzüglich Erstattungen, nach Zahlungsdatum'
    },
    'revenue-per-rep': {
      net: 'Betrag der abgeschlossenen Bestellungen abzüglich Erstattungen, Verkäufern zugerechnet ÷ im Zeitraum aktive Verkäufer',
      gross: 'Betrag der abgeschlossenen Bestellungen, Verkäufern zugerechnet ÷ im Zeitraum aktive Verkäufer',
      'refund-by-order-date': 'wie der Standard, jede Erstattung am Datum ihrer Bestellung abgezogen',
      'by-invoice-date': 'wie der Standard, nach Rechnungsdatum',
      'by-payment-date': 'wie der Standard, nach Zahlungsdatum'
    },
    'average-purchase-value': {
      orders: 'Betrag der abgeschlossenen Bestellungen ÷ Anzahl der Bestellungen, vor späteren Erstattungen',
      'net-of-refunds': '(Betrag der abgeschlossenen Bestellungen − Erstattungen) ÷ Anzahl der Bestellungen',
      deals: 'Betrag der gewonnenen Abschlüsse ÷ Anzahl der gewonnenen Abschlüsse'
    },
    'win-rate': {
      closed: 'gewonnene ÷ (gewonnene + verlorene Verkaufschancen), nach Abschlussdatum',
      'created-cohort': 'bisher gewonnene ÷ im Zeitraum angelegte Verkaufschancen',
      'by-amount': 'gewonnener Betrag ÷ (gewonnener + verlorener Betrag), nach Abschlussdatum'
    },
    'sales-cycle-length': {
      median: 'Median der Tage vom Anlegen bis zum Abschluss der im Zeitraum gewonnenen Verkaufschancen',
      mean: 'Summe der Tage vom Anlegen bis zum Abschluss ÷ im Zeitraum gewonnene Verkaufschancen',
      km: 'Median der Tage bis zum Gewinn der im Zeitraum angelegten Verkaufschancen; offene und verlorene zählen als wartend (Kaplan-Meier)'
    },
    'new-leads': {created: 'im Zeitraum angelegte Leads'},
    'lead-conversion-rate': {
      cohort: 'im Zeitraum angelegte Leads, die Kunden geworden sind ÷ im Zeitraum angelegte Leads',
      period: 'Leads, die im Zeitraum Kunden wurden ÷ im Zeitraum angelegte Leads (mischt Jahrgänge, kann 100 % übersteigen)',
      'qualified-only': 'wie der Standard, ohne aussortierte Leads'
    },
    'lead-response-time': {
      'km-median': 'Median der Zeit vom Anlegen bis zur ersten Antwort; unbeantwortete Leads zählen als wartend (Kaplan-Meier)',
      'median-responded': 'Median der Zeit bis zur ersten Antwort der beantworteten Leads',
      'mean-responded': 'Summe der Zeiten bis zur ersten Antwort ÷ beantwortete Leads',
      'within-sla': 'innerhalb der Frist beantwortete Leads ÷ (beantwortete + so lange unbeantwortete Leads)'
    },
    'customer-acquisition-cost': {
      default: 'Kosten von Vertrieb und Marketing ÷ neue Kunden',
      fullyLoaded: 'Kosten von Vertrieb, Marketing und Gemeinkosten ÷ neue Kunden'
    },
    'sales-activities': {
      done: 'erledigte Aktivitäten ohne automatische',
      'including-automated': 'erledigte Aktivitäten, auch automatische'
    },
    'customer-lifetime-value': {
      simple: 'durchschnittlicher Kauf × Käufe je Kunde und Jahr × Jahre, die ein Kunde bleibt',
      subscription: 'Monatsumsatz je zahlendem Kunden ÷ monatliche Kundenabwanderung aus sechs Monaten',
      margin: 'durchschnittlicher Kauf × Käufe je Kunde und Jahr × Jahre, die ein Kunde bleibt × Bruttomarge',
      historic: 'bisheriger Umsatz der Kunden, die im Zeitraum begannen ÷ diese Kunden'
    },
    'customer-retention-rate': {
      cohort: 'Kunden vom Anfang, die noch da sind ÷ Kunden am Anfang',
      headcount: '(Kunden am Ende − neue Kunden) ÷ Kunden am Anfang'
    },
    'customer-churn-rate': {
      cohort: 'Kunden vom Anfang, die fort sind ÷ Kunden am Anfang',
      net: '(Kunden am Anfang − Kunden am Ende) ÷ Kunden am Anfang',
      'incl-new': 'alle, die gingen ÷ (Kunden am Anfang + neue Kunden)',
      'rolling-30d': 'Kunden von dreißig Tagen vor dem Ende, die am Ende fort sind ÷ diese Kunden',
      'sum-of-daily': 'Summe über die Tage: an dem Tag verlorene Kunden ÷ Kunden an dessen Beginn'
    },
    'upsell-rate': {
      customers: 'Kunden vom Anfang mit im Zeitraum gewonnenem Upselling ÷ Kunden am Anfang',
      offers: 'gewonnene ÷ im Zeitraum angelegte Upselling-Chancen',
      revenue: 'Betrag des gewonnenen Upsellings ÷ Betrag aller gewonnenen Abschlüsse'
    },
    'cross-sell-rate': {
      customers: 'Kunden vom Anfang mit im Zeitraum gewonnenem Cross-Selling ÷ Kunden am Anfang',
      offers: 'gewonnene ÷ im Zeitraum angelegte Cross-Selling-Chancen',
      revenue: 'Betrag des gewonnenen Cross-Sellings ÷ Betrag aller gewonnenen Abschlüsse'
    },
    'expansion-rate': {
      customers: 'Kunden vom Anfang mit im Zeitraum gewonnenem Up- oder Cross-Selling, jeder einmal ÷ Kunden am Anfang',
      offers: 'gewonnene ÷ angelegte Up- und Cross-Selling-Chancen',
      revenue: 'Betrag des gewonnenen Up- und Cross-Sellings ÷ Betrag aller gewonnenen Abschlüsse'
    },
    mrr: {default: 'Monatsbetrag der Abonnements, die am Ende gelten'},
    arr: {'run-rate': 'Monatsbetrag der Abonnements, die am Ende gelten × 12', contracted: 'dasselbe, nur Laufzeiten ab einem Jahr'},
    'net-revenue-retention': {default: '(MRR am Anfang + Ausbau − Minderung − Abgang) ÷ MRR am Anfang'},
    'gross-revenue-retention': {default: '(MRR am Anfang − Minderung − Abgang) ÷ MRR am Anfang'},
    'gross-mrr-churn-rate': {default: '(Abgang + Minderung) ÷ MRR am Anfang'},
    'net-mrr-churn-rate': {
      default: '(Abgang + Minderung − Ausbau) ÷ MRR am Anfang',
      chartmogul: '(Abgang + Minderung − Ausbau − Rückkehr) ÷ MRR am Anfang'
    },
    'employee-satisfaction': {
      enps: '100 × (Antworten 9–10 − Antworten 0–6) ÷ alle Antworten',
      csat: 'Antworten 4–5 von 5 ÷ alle Antworten',
      mean: 'Summe der Noten ÷ Antworten'
    }
  },
  smart: {
    specific: ['sagt, was gemessen wird und wer verantwortlich ist', 'niemand ist verantwortlich'],
    measurable: ['sagt, wovon es ausgeht', 'sagt nicht, wovon es ausgeht'],
    achievable: [
      'verlangt nicht mehr, als in einem ebenso langen früheren Zeitraum erreicht wurde',
      'verlangt mehr, als je in einem ebenso langen Zeitraum erreicht wurde',
      'kein früherer Zeitraum zum Beurteilen'
    ],
    relevant: ['sagt, warum es gesetzt ist', 'sagt nicht, warum es gesetzt ist'],
    'time-bound': ['sagt, bis wann', 'sagt nicht, bis wann']
  },
  words: {
    explain: 'Wie wird das berechnet?',
    funnel: {
      reached:
        'im Zeitraum angelegte Verkaufschancen nach der weitesten Phase, die sie erreichten; wer eine durchlief, zählt in allen davor',
      touched: 'im Zeitraum angelegte Verkaufschancen, die in die Phase kamen',
      strict: 'im Zeitraum angelegte Verkaufschancen, die in die Phase und alle davor kamen',
      snapshot: 'offene Verkaufschancen in der Phase am Tag des Berichts, wann auch immer angelegt',
      throughput: 'Verkaufschancen, die im Zeitraum in die Phase kamen, wann auch immer angelegt: kein Jahrgang, also keine Konversion'
    },
    medians: 'Median der Tage in der Phase: wer noch dort ist, zählt als länger',
    formula: 'Formel',
    parts: 'Bestandteile',
    terms: {
      opening: 'am Anfang',
      closing: 'am Ende',
      new: 'neu',
      expansion: 'Ausbau',
      contraction: 'Minderung',
      churn: 'Abgang',
      reactivation: 'zurückgekehrt',
      fx: 'Wechselkurse',
      retained: 'vom Anfang noch da',
      bought: 'von denen, die gekauft haben',
      ended: 'gingen im Zeitraum',
      joined: 'kamen im Zeitraum',
      averageTransaction: 'durchschnittlicher Kauf',
      transactionsPerCustomerPerYear: 'Käufe je Kunde und Jahr',
      retentionYears: 'Jahre, die ein Kunde bleibt',
      revenuePerCustomerAndMonth: 'Umsatz je Kunde und Monat',
      monthlyChurn: 'verlorene Kunden im Monat',
      open: 'noch nicht entschieden'
    },
    comparedWith: 'Verglichen mit',
    likeForLike: 'bis zum selben Punkt jenes Zeitraums',
    leftOut: 'Ausgelassen',
    nothing: 'nichts',
    otherWays: 'Andere Wege',
    target: 'Ziel',
    owner: 'Verantwortlich',
    reporting: 'Berichtet in',
    source: 'Quelle',
    rows: 'Gelesene Zeilen',
    read: (time) => `gelesen ${time}`,
    asOf: 'Stand',
    latest: 'Letztes Datum',
    close: 'Schließen',
    records: 'Datensätze anzeigen',
    recordsBehind: 'Die Datensätze hinter der Zahl',
    fields: {
      id: 'Id',
      name: 'Name',
      owner: 'Zuständig',
      amount: 'Betrag',
      currency: 'Währung',
      date: 'Datum',
      stage: 'Phase',
      status: 'Status'
    },
    page: (first, last, all) => `${first}–${last} von ${all}`,
    back: 'Zurück',
    on: 'Weiter',
    download: (kind) => `${kind} herunterladen`,
    copy: 'Bild kopieren',
    copied: 'Das Bild ist in der Zwischenablage.',
    notCopied: 'Der Browser lässt diese Seite keine Bilder kopieren. Laden Sie es stattdessen herunter.',
    failed: 'Das ging in diesem Browser nicht.'
  }
};
