import type {Explaining} from './formulas.js';
import {kpisFr} from './fr.js';

export const french: Explaining = {
  names: kpisFr,
  formulas: {
    'total-sales': {
      amount: 'montant des affaires gagnées, à la date de conclusion',
      count: 'nombre d’affaires gagnées, à la date de conclusion',
      'as-booked':
        'montant des affaires à chaque fois qu’elles ont été gagnées, moins celui des affaires gagnées puis rouvertes, à ces dates'
    },
    'sales-per-rep': {
      amount: 'montant des affaires gagnées attribué aux commerciaux ÷ commerciaux actifs pendant la période',
      count: 'affaires gagnées ÷ commerciaux actifs pendant la période',
      'as-booked':
        'montant enregistré à chaque gain, moins ce qui a été rouvert, attribué aux commerciaux ÷ commerciaux actifs pendant la période'
    },
    revenue: {
      net: 'montant des commandes terminées, remboursements déduits à leur propre date',
      gross: 'montant des commandes terminées, sans les remboursements',
      'refund-by-order-date': 'montant des commandes terminées, chaque remboursement déduit à la date de sa commande',
      'by-invoice-date': 'montant des commandes terminées moins les remboursements, à la date de facture',
      'by-payment-date': 'montant des commandes terminées moins les remboursements, à la date de paiement'
    },
    'revenue-per-rep': {
      net: 'montant des commandes terminées moins les remboursements, attribué aux commerciaux ÷ commerciaux actifs pendant la période',
      gross: 'montant des commandes terminées attribué aux commerciaux ÷ commerciaux actifs pendant la période',
      'refund-by-order-date': 'comme par défaut, chaque remboursement déduit à la date de sa commande',
      'by-invoice-date': 'comme par défaut, à la date de facture',
      'by-payment-date': 'comme par défaut, à la date de paiement'
    },
    'average-purchase-value': {
      orders: 'montant des commandes terminées ÷ nombre de commandes, avant remboursements ultérieurs',
      'net-of-refunds': '(montant des commandes terminées − remboursements) ÷ nombre de commandes',
      deals: 'montant des affaires gagnées ÷ nombre d’affaires gagnées'
    },
    'win-rate': {
      closed: 'affaires gagnées ÷ (affaires gagnées + perdues), à la date de conclusion',
      'created-cohort': 'affaires gagnées à ce jour ÷ affaires créées pendant la période',
      'by-amount': 'montant gagné ÷ (montant gagné + perdu), à la date de conclusion'
    },
    'sales-cycle-length': {
      median: 'médiane des jours entre création et conclusion des affaires gagnées pendant la période',
      mean: 'somme des jours entre création et conclusion ÷ affaires gagnées pendant la période',
      km: 'médiane des jours jusqu’au gain des affaires créées pendant la période, les ouvertes et les perdues comptées en attente (Kaplan-Meier)'
    },
    'new-leads': {created: 'leads créés pendant la période'},
    'lead-conversion-rate': {
      cohort: 'leads créés pendant la période et devenus clients ÷ leads créés pendant la période',
      period: 'leads devenus clients pendant la période ÷ leads créés pendant la période (mélange les cohortes, peut dépasser 100 %)',
      'qualified-only': 'comme par défaut, sans les leads disqualifiés'
    },
    'lead-response-time': {
      'km-median': 'délai médian entre création et première réponse, les leads sans réponse comptés en attente (Kaplan-Meier)',
      'median-responded': 'délai médian jusqu’à la première réponse des leads qui en ont une',
      'mean-responded': 'somme des délais jusqu’à la première réponse ÷ leads qui en ont une',
      'within-sla': 'leads traités dans le délai ÷ (leads traités + leads restés sans réponse aussi longtemps)'
    },
    'customer-acquisition-cost': {
      default: 'coût des ventes et du marketing ÷ nouveaux clients',
      fullyLoaded: 'coût des ventes, du marketing et des frais généraux ÷ nouveaux clients'
    },
    'sales-activities': {
      done: 'activités réalisées, sans les automatiques',
      'including-automated': 'activités réalisées, automatiques comprises'
    },
    'customer-lifetime-value': {
      simple: 'achat moyen × achats par client et par an × années de fidélité d’un client',
      subscription: 'revenu mensuel par client payant ÷ attrition mensuelle de six mois',
      margin: 'achat moyen × achats par client et par an × années de fidélité d’un client × marge brute',
      historic: 'revenu à ce jour des clients arrivés pendant la période ÷ ces clients'
    },
    'customer-retention-rate': {
      cohort: 'clients du début encore présents ÷ clients au début',
      headcount: '(clients à la fin − nouveaux clients) ÷ clients au début'
    },
    'customer-churn-rate': {
      cohort: 'clients du début qui sont partis ÷ clients au début',
      net: '(clients au début − clients à la fin) ÷ clients au début',
      'incl-new': 'tous ceux qui sont partis ÷ (clients au début + nouveaux clients)',
      'rolling-30d': 'clients de trente jours avant la fin qui n’y sont plus à la fin ÷ ces clients',
      'sum-of-daily': 'somme sur les jours : clients perdus dans la journée ÷ clients à son début'
    },
    'upsell-rate': {
      customers: 'clients du début avec une montée en gamme gagnée pendant la période ÷ clients au début',
      offers: 'montées en gamme gagnées ÷ montées en gamme créées pendant la période',
      revenue: 'montant des montées en gamme gagnées ÷ montant de toutes les affaires gagnées'
    },
    'cross-sell-rate': {
      customers: 'clients du début avec une vente croisée gagnée pendant la période ÷ clients au début',
      offers: 'ventes croisées gagnées ÷ ventes croisées créées pendant la période',
      revenue: 'montant des ventes croisées gagnées ÷ montant de toutes les affaires gagnées'
    },
    'expansion-rate': {
      customers: 'clients du début avec une montée en gamme ou une vente croisée gagnée, chacun une fois ÷ clients au début',
      offers: 'montées en gamme et ventes croisées gagnées ÷ celles créées pendant la période',
      revenue: 'montant des montées en gamme et ventes croisées gagnées ÷ montant de toutes les affaires gagnées'
    },
    mrr: {default: 'montant mensuel des abonnements en vigueur à la fin'},
    arr: {
      'run-rate': 'montant mensuel des abonnements en vigueur à la fin × 12',
      contracted: 'de même, seulement les engagements d’un an ou plus'
    },
    'net-revenue-retention': {default: '(MRR au début + expansion − contraction − pertes) ÷ MRR au début'},
    'gross-revenue-retention': {default: '(MRR au début − contraction − pertes) ÷ MRR au début'},
    'gross-mrr-churn-rate': {default: '(MRR perdu + contraction) ÷ MRR au début'},
    'net-mrr-churn-rate': {
      default: '(MRR perdu + contraction − expansion) ÷ MRR au début',
      chartmogul: '(MRR perdu + contraction − expansion − retours) ÷ MRR au début'
    },
    'employee-satisfaction': {
      enps: '100 × (réponses 9–10 − réponses 0–6) ÷ toutes les réponses',
      csat: 'réponses 4–5 sur 5 ÷ toutes les réponses',
      mean: 'somme des notes ÷ réponses'
    }
  },
  smart: {
    specific: ['dit ce qui est mesuré et qui en répond', 'personne n’en répond'],
    measurable: ['dit d’où il part', 'ne dit pas d’où il part'],
    achievable: [
      'ne demande pas plus que ce qui a été atteint dans une période passée aussi longue',
      'demande plus que ce qui a jamais été atteint dans une période aussi longue',
      'aucune période passée pour en juger'
    ],
    relevant: ['dit pourquoi il est fixé', 'ne dit pas pourquoi il est fixé'],
    'time-bound': ['dit pour quand', 'ne dit pas pour quand']
  },
  words: {
    explain: 'Comment est-ce calculé ?',
    funnel: {
      reached:
        'affaires créées pendant la période, selon l’étape la plus avancée qu’elles ont atteinte ; qui en a passé une compte dans toutes les précédentes',
      touched: 'affaires créées pendant la période et entrées dans l’étape',
      strict: 'affaires créées pendant la période et entrées dans l’étape et toutes les précédentes',
      snapshot: 'affaires ouvertes à l’étape le jour du rapport, quelle que soit leur création',
      throughput: 'affaires entrées dans l’étape pendant la période, quelle que soit leur création : pas de cohorte, donc pas de conversion'
    },
    medians: 'médiane des jours dans l’étape : ceux qui y sont encore comptent comme plus longs',
    formula: 'Formule',
    parts: 'Éléments',
    terms: {
      opening: 'au début',
      closing: 'à la fin',
      new: 'nouveaux',
      expansion: 'expansion',
      contraction: 'contraction',
      churn: 'perdus',
      reactivation: 'revenus',
      fx: 'taux de change',
      retained: 'encore présents depuis le début',
      bought: 'parmi ceux qui ont acheté',
      ended: 'partis pendant la période',
      joined: 'arrivés pendant la période',
      averageTransaction: 'achat moyen',
      transactionsPerCustomerPerYear: 'achats par client et par an',
      retentionYears: 'années de fidélité d’un client',
      revenuePerCustomerAndMonth: 'revenu par client et par mois',
      monthlyChurn: 'clients perdus par mois',
      open: 'pas encore décidées'
    },
    comparedWith: 'Comparé à',
    likeForLike: 'jusqu’au même point de cette période',
    leftOut: 'Laissé de côté',
    nothing: 'rien',
    otherWays: 'Autres façons',
    target: 'Objectif',
    owner: 'Responsable',
    reporting: 'Suivi',
    source: 'Source',
    rows: 'Lignes lues',
    read: (time) => `lu le ${time}`,
    asOf: 'Au',
    latest: 'Dernière date',
    close: 'Fermer',
    records: 'Afficher les enregistrements',
    recordsBehind: 'Les enregistrements derrière le chiffre',
    fields: {
      id: 'Id',
      name: 'Nom',
      owner: 'Propriétaire',
      amount: 'Montant',
      currency: 'Devise',
      date: 'Date',
      stage: 'Étape',
      status: 'Statut'
    },
    page: (first, last, all) => `${first}–${last} sur ${all}`,
    back: 'Précédent',
    on: 'Suivant',
    download: (kind) => `Télécharger en ${kind}`,
    copy: 'Copier l’image',
    copied: 'L’image est dans le presse-papiers.',
    notCopied: 'Le navigateur ne laisse pas cette page copier d’images. Téléchargez-la plutôt.',
    failed: 'Cela n’a pas fonctionné dans ce navigateur.'
  }
};
