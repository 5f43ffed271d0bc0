/** How many leads are needed for so many more customers at a conversion rate; null when the rate is none or 0. */
export function leadsNeeded(customers: number, conversionRate: number | null): number | null {
  return conversionRate === null || conversionRate <= 0 ? null : Math.max(0, Math.ceil(customers / conversionRate - 1e-9));
}
