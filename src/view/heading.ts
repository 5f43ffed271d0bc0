import {nameIn} from '../locales/names.en.js';
import type {WindowText} from '../calendar/window.js';
import type {Result} from '../kpi/result.js';
import {dayText} from './dates.js';
import type {Format} from './format.js';

/** The KPI's name in the reader's language. */
export function kpiName(id: string, {text}: Format): string {
  return nameIn(text.kpis, id);
}

/** What a KPI per rep is a part of. Ranked it is what each has, undivided: it then goes by that formula and, of others than reps, by that name. */
export function undivided(id: string): string {
  return {'sales-per-rep': 'total-sales', 'revenue-per-rep': 'revenue'}[id] ?? id;
}

/** What the number is in: the measure of its variant, else its unit. */
export function measureText({kpi, variant, unit, currency}: Result, {text}: Format): string {
  const measure = (text.measures as Readonly<Record<string, string>>)[`${kpi} ${variant}`];
  return [unit === 'currency' && currency, measure].filter(Boolean).join(' ');
}

/** The day that a report is true for. */
export function asOfText({asOf}: WindowText, format: Format): string {
  return asOf === null ? '' : format.text.asOf(dayText(asOf.slice(0, 10), format));
}

/** Why there is no figure. */
export function reasonText({reason}: Pick<Result, 'reason'>, {text}: Format): string {
  return text.reasons[reason ?? 'empty-denominator'];
}

export function joined(...parts: readonly (string | undefined)[]): string {
  return parts.filter(Boolean).join(' · ');
}
