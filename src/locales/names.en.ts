import {catalog} from '../kpi/catalog.js';

/** Codes are English already: `not-a-date` says `not a date`, and `on-track` as a heading `On track`. */
export function said<Code extends string>(codes: readonly Code[], isHeading = false): Readonly<Record<Code, string>> {
  const words = codes.map((code) => {
    const text = code.replaceAll('-', ' ');
    return [code, isHeading ? text.charAt(0).toUpperCase() + text.slice(1) : text];
  });
  return Object.fromEntries(words) as Record<Code, string>;
}

/** The names of the KPIs. */
export const namesEn = {
  ...said(
    catalog.map(({id}) => id),
    true
  ),
  'cross-sell-rate': 'Cross-sell rate',
  mrr: 'Monthly recurring revenue (MRR)',
  arr: 'Annual recurring revenue (ARR)',
  'gross-mrr-churn-rate': 'Gross MRR churn rate',
  'net-mrr-churn-rate': 'Net MRR churn rate',
  funnel: 'Deals by stage'
};

/** What every language has. */
export type Names = Readonly<Record<keyof typeof namesEn, string>>;
