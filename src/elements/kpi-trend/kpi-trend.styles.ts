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

  .band,
  .limits {
    fill: var(--_border);
    opacity: 0.6;
  }

  .line.forecast {
    stroke-dasharray: 1 5;
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
    stroke-width: 2;
  }

  .line.average,
  .signal {
    stroke: var(--_focus);
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
    grid-column: 1 / -1;
    justify-content: space-between;
    margin-block-end: 0.6em;
  }

  figure {
    column-gap: 8px;
    display: grid;
    grid-template: auto minmax(64px, 150px) / auto 1fr;
  }

  .beside .axis {
    margin-block: -0.5em;
  }

  .small-plot {
    block-size: 100%;
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

    .band,
    .limits {
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

  .readout {
    background: var(--_surface);
    border: 1px solid var(--_previous);
    border-radius: 4px;
    color: var(--_muted);
    font-size: 0.857em;
    grid-area: 1 / 2;
    inline-size: max-content;
    inset-block-start: 0;
    inset-inline-end: 0;
    max-inline-size: 50%;
    min-inline-size: min-content;
    overflow-wrap: normal;
    padding: 4px 8px;
    pointer-events: none;
    position: absolute;
    z-index: 1;
  }

  .before {
    inset-inline: 0 auto;
  }

  .beside .readout {
    grid-area: auto;
    inset-block-start: calc(100% + 8px);
  }

  .readout b {
    color: var(--_text);
    font-size: 1.167em;
  }
`;
