import {html, svg, type TemplateResult} from 'lit';
import type {TrendView} from '../view/trend.js';
import {axisNames, type Axis} from './axis.js';
import {groupLines} from './group-lines.js';
import {place} from './place.js';

/** Where a small plot begins and ends, in px. */
export const SMALL = [0, 64] as const;

/** A chart a group, all to one scale, which each names, with its name and last figure; each points at the same bucket. */
export function smallMultiples(
  {lines, buckets, label, tick}: TrendView,
  {ticks, y}: Axis,
  active: number | undefined,
  isRtl: boolean,
  point: (event: PointerEvent) => void,
  choose: () => void
): TemplateResult[] {
  const at = place(buckets.length, y, isRtl);
  const running = buckets.findIndex(({isRunning}) => isRunning);
  const ends = [ticks[0], ticks[ticks.length - 1]];
  return lines.map((line) => {
    const shown = active === undefined ? line.values.findLast((value) => value !== null) : line.values[active];
    return html`<figure part="multiple">
      <figcaption class="small"><bdi>${line.name}</bdi> <b>${shown == null ? '–' : label(shown)}</b></figcaption>
      ${axisNames(ends, tick)}
      <svg
        class="small-plot"
        viewBox="0 0 100 64"
        preserveAspectRatio="none"
        aria-hidden="true"
        @pointerdown=${point}
        @pointermove=${point}
        @click=${choose}
      >
        ${ends.map((end) => svg`<path class=${end === 0 ? 'zero' : 'grid'} d="M0 ${y(end)}H100"></path>`)}
        ${active === undefined ? '' : svg`<path class="zero" d="M${at.x(active)} 0V64"></path>`}
        ${groupLines([{...line, isRest: false}], running, at)}
      </svg>
    </figure>`;
  });
}
