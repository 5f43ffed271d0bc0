import {isoText} from '../calendar/civil.js';
import type {Dataset} from '../dataset/dataset.js';
import {latestIn} from '../dataset/latest.js';
import type {Unit} from '../kpi/kpi.js';
import type {Scope} from '../kpi/query.js';
import type {Comparison, Result} from '../kpi/result.js';
import type {Words} from '../locales/formulas.en.js';
import {dayText, daysText, periodText} from './dates.js';
import type {Explanation} from './explain.js';
import type {Format} from './format.js';
import {joined} from './heading.js';
import type {LeftOut} from './left-out.js';
import {nextText, reportText} from './target.js';

/** A line of an explanation: what it is of, and what there is to say. */
export type ExplanationLine = readonly [label: string, texts: readonly string[]];

export interface Explained {
  readonly result: Result & {readonly mode?: string};
  /** Of a KPI; a funnel has modes where a KPI has variants. */
  readonly explanation?: Explanation | undefined;
  readonly dataset: Dataset;
  readonly query: Scope;
  /** What the figure rests on, where its view says so. */
  readonly basis?: string | undefined;
  /** Of a funnel: days in a stage are shown. */
  readonly hasMedians?: boolean;
  readonly leftOut?: LeftOut | undefined;
  /** When the records were complete, in milliseconds since 1970. */
  readonly loadedAt: number;
}

/** Tables of what is planned or agreed, not of what happened. */
const PLANS = ['targets', 'reps', 'fxRates'];

/** How a figure came to be, so that it can be checked: line by line, none of them empty. */
export function explanationLines(explained: Explained, words: Words, format: Format): readonly ExplanationLine[] {
  const {result, explanation, dataset, query, basis, hasMedians, leftOut, loadedAt} = explained;
  const {text, count, figure} = format;
  const {mode, unit, currency, window, ownWindow, comparison, parts, open} = result;
  const modes = Object.entries(words.funnel);
  const formula = explanation?.formula ?? modes.find(([name]) => name === mode)?.[1] ?? '';
  const others = explanation?.alternatives.map(({variant, formula: other}) => [variant, other]) ?? modes.filter(([name]) => name !== mode);
  const rows = explanation?.rows ?? dataset.rows;
  const zone = query.timeZone ?? dataset.settings.timeZone ?? 'UTC';
  const full = (value: number | null) => figure(value, unit, unit === 'currency' ? currency : undefined).full;
  const terms: Readonly<Record<string, string | undefined>> = words.terms;
  const latest = Math.max(
    ...[...dataset.tables].map(([name, table]) => (PLANS.includes(name) ? -Infinity : (latestIn(table, loadedAt) ?? -Infinity)))
  );
  const time = new Intl.DateTimeFormat(format.language, {dateStyle: 'medium', timeStyle: 'short'}).format(loadedAt);
  const lines: ExplanationLine[] = [
    [words.formula, [formula, hasMedians ? words.medians : '']],
    [
      text.period,
      [
        joined(basis, division(result, full(result.value), format)),
        `${result.partial && !ownWindow ? periodText(window, true, format) : daysText(ownWindow ?? window, format)}, ${zone}`
      ]
    ],
    [
      words.parts,
      [
        joined(
          ...Object.entries(parts ?? {}).map(([term, value]) => `${terms[term] ?? term}: ${partText(value, unit, format)}`),
          open === undefined ? '' : `${words.terms.open}: ${count(open)}`
        )
      ]
    ],
    [words.comparedWith, comparison ? comparisonTexts(comparison, unit, full, words, format) : []],
    [words.leftOut, leftOut ? [leftOut.text, ...leftOut.lines] : [words.nothing]],
    [words.otherWays, others.map((other) => other.join(': '))],
    ...targetLines(explained, full, words, format),
    [words.rows, [joined(...Object.entries(rows).map(([table, {read}]) => `${table}: ${count(read)}`))]],
    [words.source, [joined(dataset.settings.source, words.read(time))]],
    [words.asOf, [window.asOf === null ? '' : dayText(window.asOf.slice(0, 10), format)]],
    [words.latest, [Number.isFinite(latest) ? dayText(isoText(latest).slice(0, 10), format) : '']]
  ];
  return lines.map(([label, texts]) => [label, texts.filter(Boolean)] as const).filter(([, texts]) => texts.length > 0);
}

function comparisonTexts(
  comparison: Comparison,
  unit: Unit,
  full: (value: number | null) => string,
  words: Words,
  format: Format
): string[] {
  const {value, window, reason, status} = comparison;
  const why = reason ? format.text.reasons[reason] : '';
  if (window.start === null) return [why];
  return [
    reason ? why : division({...comparison, unit}, full(value), format),
    joined(daysText(window, format), status === 'partial' ? words.likeForLike : '')
  ];
}

/** `79 ÷ 252 = 31.35%`; of what is no plain division (a median, a score) the figure alone. */
function division(
  {value, numerator, denominator, unit}: Pick<Result, 'value' | 'numerator' | 'denominator' | 'unit'>,
  full: string,
  format: Format
): string {
  if (value === null || numerator === null || !denominator || Math.abs(numerator / denominator - value) > 1e-9 * Math.abs(value))
    return full;
  const over = unit === 'ratio' ? format.figure(numerator, 'count').full : partText(numerator, unit, format);
  return `${over} ÷ ${format.figure(denominator, 'count').full} = ${full}`;
}

/** Parts of a ratio or a score are counts. */
function partText(value: number, unit: Unit, {figure}: Format): string {
  return figure(value, unit === 'ratio' || unit === 'score' ? 'count' : unit).full;
}

function targetLines(
  {result: {target, window}, explanation}: Explained,
  full: (value: number | null) => string,
  words: Words,
  format: Format
): ExplanationLine[] {
  if (!target) return [];
  const {text, percent} = format;
  const {owner = '', report, attainment, status, forecast} = target;
  return [
    [
      words.target,
      [
        joined(full(target.target), attainment === null ? '' : percent(attainment), text.statuses[status]),
        forecast == null ? '' : text.atThisPace(full(forecast)),
        ...(explanation?.smart?.map(({isMet, text: said}) => `${isMet === null ? '–' : isMet ? '✓' : '✗'} ${said}`) ?? [])
      ]
    ],
    [words.owner, [owner]],
    [words.reporting, report ? [joined(reportText(report, format), report.next && nextText(report.next, window.asOf, format)?.text)] : []]
  ];
}
