import type {KpiId} from '../kpi/catalog.js';

/** Codes are English already: `not-a-date` says `not a date`, and `on-track` as a heading `On track`. */
export function said<Code extends string>(codes: readonly Code[], isHeading = false): Readonly<Record<Code, string>> {
  return Object.fromEntries(codes.map((code) => [code, isHeading ? headed(code) : code.replace(/-/g, ' ')])) as Record<Code, string>;
}

/** An id as a heading: `win-rate` says `Win rate`. */
function headed(id: string): string {
  const text = id.replace(/-/g, ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What every language has. */
export type Names = Readonly<Record<KpiId | 'funnel' | 'lead-funnel', string>>;

/** The names of the KPIs, where their ids do not say them. */
export const namesEn: Readonly<Partial<Names>> = {
  'cross-sell-rate': 'Cross-sell rate',
  mrr: 'Monthly recurring revenue (MRR)',
  arr: 'Annual recurring revenue (ARR)',
  'gross-mrr-churn-rate': 'Gross MRR churn rate',
  'net-mrr-churn-rate': 'Net MRR churn rate',
  funnel: 'Deals by stage',
  'lead-funnel': 'Leads by stage'
};

/** The name of a KPI or a group in a language. A definition or a column of the page's own is called by its id. */
export function nameIn(names: Readonly<Record<string, string | undefined>>, id: string): string {
  return names[id] ?? headed(id);
}
