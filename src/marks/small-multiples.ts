import {html, svg, type TemplateResult} from 'lit';
import type {TrendView} from '../view/trend.js';
import type {Axis} from './axis.js';
import {groupLines} from './group-lines.js';
import {place} from './place.js';

/** Where a small plot begins and ends, in px. */
export const SMALL = [4, 60] as const;

/** A chart a group, all to one scale, with its name and last figure; each points at the same bucket. */
export function smallMultiples(
  {lines, buckets, label}: TrendView,
  {ticks, y}: Axis,
  active: number | undefined,
  isRtl: boolean,
  point: (event: PointerEvent) => void,
  choose: () => void
): TemplateResult[] {
  const at = place(buckets.length, y, isRtl);
  const running = buckets.findIndex(({isRunning}) => isRunning);
  return lines.map((line) => {
    const shown = active === undefined ? line.values.findLast((value) => value !== null) : line.values[active];
    return html`<figure part="multiple">
      <figcaption class="small"><bdi>${line.name}</bdi> <b>${shown == null ? '–' : label(shown)}</b></figcaption>
      <svg
        class="small-plot"
        viewBox="0 0 100 64"
        preserveAspectRatio="none"
        aria-hidden="true"
        @pointerdown=${point}
        @pointermove=${point}
        @click=${choose}
      >
        ${[ticks[0], ticks[ticks.length - 1]].map((tick) => svg`<path class=${tick === 0 ? 'zero' : 'grid'} d="M0 ${y(tick)}H100"></path>`)}
        ${active === undefined ? '' : svg`<path class="zero" d="M${at.x(active)} 0V64"></path>`}
        ${groupLines([{...line, isRest: false}], running, at)}
      </svg>
    </figure>`;
  });
}
