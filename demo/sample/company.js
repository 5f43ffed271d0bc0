// @ts-check
import {day} from './calendar.js';

/** The sample covers two years: from its first day to the end of its last. */
export const firstDay = day('2024-11-25');
export const lastDay = day('2026-11-23');

export const settings = {
  currency: 'SEK',
  timeZone: 'Europe/Stockholm',
  weekStart: 1,
  asOf: '2026-11-23',
  stages: [
    {id: 'lead', label: 'Lead'},
    {id: 'qualified', label: 'Qualified'},
    {id: 'proposal', label: 'Proposal'},
    {id: 'negotiation', label: 'Negotiation'},
    {id: 'won', label: 'Won', outcome: 'won'}
  ],
  source: 'Generated sample data'
};

export const teams = [
  {name: 'Team North', region: 'North'},
  {name: 'Team South', region: 'South'},
  {name: 'Team West', region: 'West'},
  {name: 'Team Coast', region: 'West'}
];

/** Prices in SEK, as quantiles; what a customer of the product pays a month; how much longer or shorter than usual it takes to sell. */
export const products = [
  {name: 'Basic', share: 38, price: [20e3, 40e3, 64e3, 88e3, 125e3, 220e3], monthly: [1200, 2400, 4200], pace: 0.75},
  {name: 'Plus', share: 38, price: [70e3, 135e3, 190e3, 250e3, 335e3, 530e3], monthly: [3900, 7500, 12500], pace: 1},
  {name: 'Pro', share: 24, price: [180e3, 310e3, 425e3, 560e3, 740e3, 1200e3], monthly: [11000, 19000, 36000], pace: 1.3}
];

/** Shares among won and lost deals, price and pace against those of a new customer, and the stage where such a deal usually begins. */
export const dealTypes = [
  {name: 'new', won: 44, lost: 68, price: 1, pace: 1.15, begins: 0},
  {name: 'renewal', won: 20, lost: 7, price: 1.05, pace: 0.75, begins: 1},
  {name: 'upsell', won: 22, lost: 14, price: 0.8, pace: 0.85, begins: 1},
  {name: 'cross-sell', won: 14, lost: 11, price: 0.9, pace: 0.95, begins: 1}
];

export const sources = [
  {name: 'web', share: 42},
  {name: 'event', share: 18},
  {name: 'referral', share: 24},
  {name: 'partner', share: 16}
];
