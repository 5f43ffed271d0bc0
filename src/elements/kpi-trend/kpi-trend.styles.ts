import {css} from 'lit';
import {BOTTOM, HEIGHT, TOP} from '../../marks/trend-plot.js';

export const trendStyles = css`
  .chart {
    column-gap: 8px;
    display: grid;
    grid-template-columns: auto 1fr;
    margin-block-start: calc(2 * var(--_space));
    outline-offset: 4px;
    position: relative;
  }

  /* From the lowest value up, evenly apart: a line of text each, half of it beyond either end. */
  .axis {
    block-size: calc(${BOTTOM - TOP}px + 1em);
    color: var(--_muted);
    display: flex;
    flex-direction: column-reverse;
    font-size: 0.786em;
    justify-content: space-between;
    line-height: 1;
    margin-block-start: calc(${TOP}px - 0.5em);
    text-align: end;
  }

  .plot {
    block-size: ${HEIGHT}px;
    inline-size: 100%;
    touch-action: pan-y;
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
