import {averagePurchaseValue} from './definitions/average-purchase-value.js';
import {customerLifetimeValue} from './definitions/customer-lifetime-value.js';
import {customerChurnRate, customerRetentionRate} from './definitions/customers.js';
import {customerAcquisitionCost} from './definitions/customer-acquisition-cost.js';
import {employeeSatisfaction} from './definitions/employee-satisfaction.js';
import {crossSellRate, expansionRate, upsellRate} from './definitions/expansion.js';
import {leadConversionRate} from './definitions/lead-conversion-rate.js';
import {leadResponseTime} from './definitions/lead-response-time.js';
import {newLeads} from './definitions/new-leads.js';
import {arr, grossMrrChurnRate, grossRevenueRetention, mrr, netMrrChurnRate, netRevenueRetention} from './definitions/recurring-revenue.js';
import {revenue, revenuePerRep} from './definitions/revenue.js';
import {salesActivities} from './definitions/sales-activities.js';
import {salesCycleLength} from './definitions/sales-cycle-length.js';
import {salesPerRep} from './definitions/sales-per-rep.js';
import {totalSales} from './definitions/total-sales.js';
import {winRate} from './definitions/win-rate.js';
import type {Defined} from './kpi.js';

/** Every KPI that a page can name. */
export const catalog = [
  totalSales,
  salesPerRep,
  revenue,
  revenuePerRep,
  averagePurchaseValue,
  winRate,
  salesCycleLength,
  newLeads,
  leadConversionRate,
  leadResponseTime,
  customerAcquisitionCost,
  salesActivities,
  customerLifetimeValue,
  customerRetentionRate,
  customerChurnRate,
  upsellRate,
  crossSellRate,
  expansionRate,
  mrr,
  arr,
  netRevenueRetention,
  grossRevenueRetention,
  grossMrrChurnRate,
  netMrrChurnRate,
  employeeSatisfaction
] as const satisfies readonly Defined[];

export type KpiId = (typeof catalog)[number]['id'];
