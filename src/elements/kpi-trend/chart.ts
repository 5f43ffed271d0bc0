import {html, type TemplateResult} from 'lit';
import {axisNames, type Axis} from '../../marks/axis.js';
import {groupNames} from '../../marks/group-lines.js';
import {smallMultiples} from '../../marks/small-multiples.js';
import {LEAST, trendPlot} from '../../marks/trend-plot.js';
import type {TrendView} from '../../view/trend.js';
import type {Crosshair} from './crosshair.js';

/** Axis and plot, or a plot for each group; one tab stop, with what the bucket pointed at says. Without one, `chosen` is marked. */
export function chart(
  view: TrendView,
  scale: Axis,
  crosshair: Crosshair,
  chosen: number | undefined,
  isBeside: boolean,
  isRtl: boolean
): TemplateResult {
  const {remarks, table, tick, lines} = view;
  const {point, choose} = crosshair;
  const marked = crosshair.active ?? chosen;
  return html`<div
    class="chart ${isBeside ? 'beside' : ''} ${remarks.length > 0 ? 'remarked' : ''}"
    part="chart"
    role="application"
    tabindex="0"
    aria-label=${table.caption}
    @keydown=${crosshair.walk}
    @focus=${crosshair.enter}
    @blur=${crosshair.leave}
    @pointerleave=${crosshair.leave}
  >
    ${
      isBeside
        ? smallMultiples(view, scale, marked, isRtl, point, choose)
        : html`${axisNames(scale.ticks, tick)}
            <svg class="plot" aria-hidden="true" @pointerdown=${point} @pointermove=${point} @click=${choose}>
              ${trendPlot(view, scale, marked, isRtl)}
            </svg>
            ${lines.length > 0 ? groupNames(lines, scale, LEAST) : ''}`
    }
    ${readout(view, crosshair, isBeside)}
  </div>`;
}

/** Dates, figure and all else of the bucket pointed at, in the other half of the plot; of lines each has its own, which charts side by side show themselves. */
function readout({buckets, lines, table, full}: TrendView, {active, isEcho}: Crosshair, isBeside: boolean): TemplateResult {
  const [title, figure = null] = table.rows[active ?? 0];
  return html`<p
    class=${active === undefined ? 'spoken' : active < buckets.length / 2 ? 'readout' : 'readout before'}
    part="readout"
    role="status"
    aria-live=${isEcho ? 'off' : 'polite'}
  >
    ${
      active === undefined
        ? ''
        : html`${title}${lines.length > 0 ? '' : html`<br /><b>${full(figure)}</b>`}<span class=${isBeside ? 'spoken' : ''}
              >${buckets[active].details.map((line) => html`<br /><bdi>${line}</bdi>`)}</span
            >`
    }
  </p>`;
}
