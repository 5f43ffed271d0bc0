import {css} from 'lit';
import {ABOVE, BELOW, LEAST} from '../../marks/trend-plot.js';

/** Groups have hues apart for those who do not tell red from green; the names at their ends say which is which. */
export const trendStyles = css`
  .chart {
    column-gap: 8px;
    display: grid;
    flex: 1;
    grid-template: minmax(${LEAST + ABOVE + BELOW}em, 1fr) / auto 1fr;
    margin-block-start: calc(2 * var(--_space));
    outline-offset: 4px;
    position: relative;
  }

  /* From the lowest value up, evenly apart: a line of text each, half of it beyond either end. */
  .axis {
    color: var(--_muted);
    display: flex;
    flex-direction: column-reverse;
    font-size: 0.786em;
    justify-content: space-between;
    line-height: 1;
    margin-block: calc(${ABOVE}em / 0.786 - 0.5em) calc(${BELOW}em / 0.786 - 0.5em);
    text-align: end;
  }

  .plot {
    block-size: calc(100% - ${ABOVE + BELOW}em);
    box-sizing: content-box;
    inline-size: 100%;
    padding-block: ${ABOVE}em ${BELOW}em;
    touch-action: pan-y;
  }

  .skeleton .plot {
    flex: 1 0 calc(${LEAST + ABOVE + BELOW}em - 6px);
  }

  .grid {
    stroke: var(--_border);
  }

  .zero {
    stroke: var(--_muted);
  }

  .band {
    fill: var(--_border);
    opacity: 0.6;
  }

  svg ~ .target {
    stroke-width: 1;
  }

  .line.average {
    stroke: var(--_focus);
  }

  .line.target {
    stroke-width: 1;
  }

  .line.forecast {
    stroke-dasharray: 1 5;
  }

  .limits {
    fill: var(--_border);
    opacity: 0.5;
  }

  .legend .limits {
    opacity: 1;
  }

  .mean,
  .remark {
    stroke: var(--_muted);
    stroke-dasharray: 2 3;
  }

  text.remark {
    font-weight: 600;
    stroke: none;
    text-anchor: middle;
  }

  .signal {
    fill: none;
    stroke: var(--_focus);
    stroke-width: 2;
  }

  .remarked {
    margin-block-start: calc(6 * var(--_space));
  }

  .remarks {
    list-style: decimal;
    margin-block-start: calc(2 * var(--_space));
    padding-inline-start: 1.5em;
  }

  .chart:has(.ends) {
    grid-template-columns: auto 1fr auto;
  }

  .ends {
    display: grid;
    font-size: 0.786em;
    grid-template-rows: 100%;
    inline-size: max-content;
    margin-block: calc(${ABOVE}em / 0.786) calc(${BELOW}em / 0.786);
    max-inline-size: 30cqi;
  }

  .ends bdi {
    block-size: 1lh;
    grid-area: 1 / 1;
    overflow: hidden;
    position: relative;
    text-overflow: ellipsis;
    translate: 0 -50%;
    white-space: nowrap;
  }

  .beside {
    grid-auto-rows: 1fr;
    gap: calc(4 * var(--_space));
    grid-template: none / repeat(auto-fill, minmax(min(130px, 100%), 1fr));
  }

  figcaption {
    display: flex;
    justify-content: space-between;
  }

  figure {
    display: flex;
    flex-direction: column;
    max-block-size: 180px;
  }

  .small-plot {
    flex: 1 0 64px;
    inline-size: 100%;
    touch-action: pan-y;
  }

  .small-plot :is(.grid, .zero) {
    vector-effect: non-scaling-stroke;
  }

  .group1 {
    --_group: light-dark(#2563a8, #7ab4f5);
  }
  .group2 {
    --_group: light-dark(#a2548b, #e39acb);
  }
  .group3 {
    --_group: light-dark(#8f6a00, #e0b84a);
  }
  .group4 {
    --_group: light-dark(#1f7a76, #5fd0ca);
  }

  .line[class*='group'] {
    stroke: var(--_group, var(--_actual));
  }

  bdi[class*='group'] {
    color: var(--_group, var(--_actual));
  }

  @media (forced-colors: active) {
    [class*='group'] {
      --_group: CanvasText;
    }

    .band {
      fill: none;
      stroke: var(--_focus);
    }
  }

  /* Keeps apart from the marks behind it. */
  .value {
    fill: var(--_text);
    font-weight: 600;
    paint-order: stroke;
    stroke: var(--_surface);
    stroke-linejoin: round;
    stroke-width: 3px;
  }

  /* As wide as its text it cannot leave the chart: at 30% of the width stands what is 30% along the box. */
  .readout {
    background: var(--_surface);
    border: 1px solid var(--_previous);
    border-radius: 4px;
    color: var(--_muted);
    font-size: 0.857em;
    inline-size: max-content;
    inset-block-end: calc(100% - 8px);
    inset-inline-start: var(--_at);
    max-inline-size: 100%;
    padding: 4px 8px;
    position: absolute;
    translate: calc(-1 * var(--_at));
    z-index: 1;
  }

  .readout:dir(rtl) {
    translate: var(--_at);
  }

  .readout b {
    color: var(--_text);
    font-size: 1.167em;
  }
`;
