import {html, type TemplateResult} from 'lit';
import type {Axis} from '../../marks/axis.js';
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
        : html`<div class="axis" part="axis" aria-hidden="true">${scale.ticks.map((value) => html`<span>${tick(value)}</span>`)}</div>
            <svg class="plot" aria-hidden="true" @pointerdown=${point} @pointermove=${point} @click=${choose}>
              ${trendPlot(view, scale, marked, isRtl)}
            </svg>
            ${lines.length > 0 ? groupNames(lines, scale, LEAST) : ''}`
    }
    ${readout(view, crosshair)}
  </div>`;
}

/** Dates, figure and all else of the bucket pointed at; of lines each has its own. It is told even where there is no room to show it. */
function readout({buckets, lines, table, full}: TrendView, {active, isEcho}: Crosshair): TemplateResult {
  const [title, figure = null] = table.rows[active ?? 0];
  return html`<p
    class=${active === undefined ? 'spoken' : 'readout'}
    part="readout"
    role="status"
    aria-live=${isEcho ? 'off' : 'polite'}
    .style=${`--_at:${(((active ?? 0) + 0.5) / buckets.length) * 100}%`}
  >
    ${
      active === undefined
        ? ''
        : html`${title}${lines.length > 0 ? '' : html`<br /><b>${full(figure)}</b>`}${buckets[active].details.map((line) => html`<br /><bdi>${line}</bdi>`)}`
    }
  </p>`;
}
