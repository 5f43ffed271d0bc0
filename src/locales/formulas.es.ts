import type {Explaining} from './formulas.js';
import {kpisEs} from './es.js';

export const spanish: Explaining = {
  names: kpisEs,
  formulas: {
    'total-sales': {
      amount: 'importe de las operaciones ganadas, por fecha de cierre',
      count: 'número de operaciones ganadas, por fecha de cierre',
      'as-booked': 'importe de las operaciones cada vez que se ganaron, menos el de las ganadas que se reabrieron, por esas fechas'
    },
    'sales-per-rep': {
      amount: 'importe de las operaciones ganadas atribuido a vendedores ÷ vendedores activos en el periodo',
      count: 'operaciones ganadas ÷ vendedores activos en el periodo',
      'as-booked':
        'importe registrado cada vez que se ganó una operación, menos lo reabierto, atribuido a vendedores ÷ vendedores activos en el periodo'
    },
    revenue: {
      net: 'importe de los pedidos completados, con los reembolsos restados en su propia fecha',
      gross: 'importe de los pedidos completados, sin contar reembolsos',
      'refund-by-order-date': 'importe de los pedidos completados, con cada reembolso restado en la fecha de su pedido',
      'by-invoice-date': 'importe de los pedidos completados menos reembolsos, por fecha de factura',
      'by-payment-date': 'importe de los pedidos completados menos reembolsos, por fecha de pago'
    },
    'revenue-per-rep': {
      net: 'importe de los pedidos completados menos reembolsos, atribuido a vendedores ÷ vendedores activos en el periodo',
      gross: 'importe de los pedidos completados atribuido a vendedores ÷ vendedores activos en el periodo',
      'refund-by-order-date': 'como el predeterminado, con cada reembolso restado en la fecha de su pedido',
      'by-invoice-date': 'como el predeterminado, por fecha de factura',
      'by-payment-date': 'como el predeterminado, por fecha de pago'
    },
    'average-purchase-value': {
      orders: 'importe de los pedidos completados ÷ número de pedidos, antes de reembolsos posteriores',
      'net-of-refunds': '(importe de los pedidos completados − reembolsos) ÷ número de pedidos',
      deals: 'importe de las operaciones ganadas ÷ número de operaciones ganadas'
    },
    'win-rate': {
      closed: 'operaciones ganadas ÷ (operaciones ganadas + perdidas), por fecha de cierre',
      'created-cohort': 'operaciones ganadas hasta ahora ÷ operaciones creadas en el periodo',
      'by-amount': 'importe ganado ÷ (importe ganado + perdido), por fecha de cierre'
    },
    'sales-cycle-length': {
      median: 'mediana de los días desde la creación hasta el cierre de las operaciones ganadas en el periodo',
      mean: 'suma de los días desde la creación hasta el cierre ÷ operaciones ganadas en el periodo',
      km: 'mediana de los días hasta ganar las operaciones creadas en el periodo; las abiertas y perdidas cuentan como en espera (Kaplan-Meier)'
    },
    'new-leads': {created: 'leads creados en el periodo'},
    'lead-conversion-rate': {
      cohort: 'leads creados en el periodo que se han hecho clientes ÷ leads creados en el periodo',
      period: 'leads que se hicieron clientes en el periodo ÷ leads creados en el periodo (mezcla cohortes, puede pasar del 100 %)',
      'qualified-only': 'como el predeterminado, sin los leads descartados'
    },
    'lead-response-time': {
      'km-median':
        'tiempo mediano desde la creación hasta la primera respuesta; los leads sin respuesta cuentan como en espera (Kaplan-Meier)',
      'median-responded': 'tiempo mediano hasta la primera respuesta de los leads respondidos',
      'mean-responded': 'suma de los tiempos hasta la primera respuesta ÷ leads respondidos',
      'within-sla': 'leads respondidos dentro del plazo ÷ (leads respondidos + leads sin respuesta durante ese plazo)'
    },
    'customer-acquisition-cost': {
      default: 'coste de ventas y marketing ÷ clientes nuevos',
      fullyLoaded: 'coste de ventas, marketing y gastos generales ÷ clientes nuevos'
    },
    'sales-activities': {
      done: 'actividades realizadas, sin las automáticas',
      'including-automated': 'actividades realizadas, también las automáticas'
    },
    'customer-lifetime-value': {
      simple: 'compra media × compras por cliente y año × años que permanece un cliente',
      subscription: 'ingreso mensual por cliente de pago ÷ pérdida mensual de clientes de seis meses',
      margin: 'compra media × compras por cliente y año × años que permanece un cliente × margen bruto',
      historic: 'ingresos hasta ahora de los clientes que empezaron en el periodo ÷ esos clientes'
    },
    'customer-retention-rate': {
      cohort: 'clientes del inicio que siguen ÷ clientes al inicio',
      headcount: '(clientes al final − clientes nuevos) ÷ clientes al inicio'
    },
    'customer-churn-rate': {
      cohort: 'clientes del inicio que se han ido ÷ clientes al inicio',
      net: '(clientes al inicio − clientes al final) ÷ clientes al inicio',
      'incl-new': 'todos los que se fueron ÷ (clientes al inicio + clientes nuevos)',
      'rolling-30d': 'clientes de treinta días antes del final que ya no están al final ÷ esos clientes',
      'sum-of-daily': 'suma por días: clientes perdidos en el día ÷ clientes a su comienzo'
    },
    'upsell-rate': {
      customers: 'clientes del inicio con una venta adicional ganada en el periodo ÷ clientes al inicio',
      offers: 'ventas adicionales ganadas ÷ ventas adicionales creadas en el periodo',
      revenue: 'importe de las ventas adicionales ganadas ÷ importe de todas las operaciones ganadas'
    },
    'cross-sell-rate': {
      customers: 'clientes del inicio con una venta cruzada ganada en el periodo ÷ clientes al inicio',
      offers: 'ventas cruzadas ganadas ÷ ventas cruzadas creadas en el periodo',
      revenue: 'importe de las ventas cruzadas ganadas ÷ importe de todas las operaciones ganadas'
    },
    'expansion-rate': {
      customers: 'clientes del inicio con una venta adicional o cruzada ganada en el periodo, cada uno una vez ÷ clientes al inicio',
      offers: 'ventas adicionales y cruzadas ganadas ÷ las creadas en el periodo',
      revenue: 'importe de las ventas adicionales y cruzadas ganadas ÷ importe de todas las operaciones ganadas'
    },
    mrr: {default: 'importe mensual de las suscripciones vigentes al final'},
    arr: {
      'run-rate': 'importe mensual de las suscripciones vigentes al final × 12',
      contracted: 'lo mismo, solo contratos de un año o más'
    },
    'net-revenue-retention': {default: '(MRR al inicio + expansión − contracción − pérdida) ÷ MRR al inicio'},
    'gross-revenue-retention': {default: '(MRR al inicio − contracción − pérdida) ÷ MRR al inicio'},
    'gross-mrr-churn-rate': {default: '(MRR perdido + contracción) ÷ MRR al inicio'},
    'net-mrr-churn-rate': {
      default: '(MRR perdido + contracción − expansión) ÷ MRR al inicio',
      chartmogul: '(MRR perdido + contracción − expansión − reactivación) ÷ MRR al inicio'
    },
    'employee-satisfaction': {
      enps: '100 × (respuestas 9–10 − respuestas 0–6) ÷ todas las respuestas',
      csat: 'respuestas 4–5 de 5 ÷ todas las respuestas',
      mean: 'suma de las notas ÷ respuestas'
    }
  },
  smart: {
    specific: ['dice qué se mide y quién responde', 'nadie responde'],
    measurable: ['dice de dónde parte', 'no dice de dónde parte'],
    achievable: [
      'no exige más de lo alcanzado en un periodo anterior igual de largo',
      'exige más de lo que nunca se alcanzó en un periodo igual de largo',
      'no hay un periodo anterior para juzgar'
    ],
    relevant: ['dice por qué se fija', 'no dice por qué se fija'],
    'time-bound': ['dice para cuándo', 'no dice para cuándo']
  },
  words: {
    explain: '¿Cómo se calcula?',
    funnel: {
      reached:
        'operaciones creadas en el periodo, por la etapa más avanzada a la que llegaron; quien pasó una cuenta en todas las anteriores',
      touched: 'operaciones creadas en el periodo que entraron en la etapa',
      strict: 'operaciones creadas en el periodo que entraron en la etapa y en todas las anteriores',
      snapshot: 'operaciones abiertas en la etapa el día del informe, se crearan cuando se crearan',
      throughput:
        'operaciones que entraron en la etapa en el periodo, se crearan cuando se crearan: no hay cohorte, así que no hay conversión'
    },
    medians: 'mediana de días en la etapa: los que siguen allí cuentan como más largos',
    formula: 'Fórmula',
    parts: 'Partes',
    terms: {
      opening: 'al inicio',
      closing: 'al final',
      new: 'nuevos',
      expansion: 'expansión',
      contraction: 'contracción',
      churn: 'perdidos',
      reactivation: 'reactivados',
      fx: 'tipos de cambio',
      retained: 'del inicio que siguen',
      bought: 'de los que compraron',
      ended: 'se fueron en el periodo',
      joined: 'llegaron en el periodo',
      averageTransaction: 'compra media',
      transactionsPerCustomerPerYear: 'compras por cliente y año',
      retentionYears: 'años que permanece un cliente',
      revenuePerCustomerAndMonth: 'ingreso por cliente y mes',
      monthlyChurn: 'clientes perdidos al mes',
      open: 'aún sin decidir'
    },
    comparedWith: 'Comparado con',
    likeForLike: 'hasta el mismo punto de ese periodo',
    leftOut: 'Omitido',
    nothing: 'nada',
    otherWays: 'Otras formas',
    target: 'Objetivo',
    owner: 'Responsable',
    reporting: 'Seguimiento',
    source: 'Fuente',
    rows: 'Filas leídas',
    read: (time) => `leído ${time}`,
    asOf: 'A fecha de',
    latest: 'Última fecha',
    close: 'Cerrar',
    records: 'Ver los registros',
    recordsBehind: 'Los registros detrás de la cifra',
    fields: {
      id: 'Id',
      name: 'Nombre',
      owner: 'Propietario',
      amount: 'Importe',
      currency: 'Moneda',
      date: 'Fecha',
      stage: 'Etapa',
      status: 'Estado'
    },
    page: (first, last, all) => `${first}–${last} de ${all}`,
    back: 'Anterior',
    on: 'Siguiente',
    download: (kind) => `Descargar ${kind}`,
    copy: 'Copiar imagen',
    copied: 'La imagen está en el portapapeles.',
    notCopied: 'El navegador no deja que esta página copie imágenes. Descárguela en su lugar.',
    failed: 'No funcionó en este navegador.'
  }
};
