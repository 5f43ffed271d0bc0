import {css} from 'lit';

/** A figure is as large as it fits in one line, by its number of characters. The tick of the pace has a rim, to be seen on the bar. */
export const cardStyles = css`
  .figure {
    font-size: min(var(--kpi-value-size, 2.25em), 130cqi / var(--_length, 1));
    font-weight: 650;
    letter-spacing: -0.02em;
    line-height: 1.15;
    margin-block: calc(2.5 * var(--_space)) var(--_space);
  }

  .figure > [aria-hidden] {
    white-space: nowrap;
  }

  .unit {
    color: var(--_muted);
    font-size: 0.5em;
    font-weight: 500;
    letter-spacing: 0;
    margin-inline-start: 0.1em;
  }

  .rating {
    font-size: max(0.4em, 12px);
    letter-spacing: 0;
    margin-inline-start: var(--_space);
    vertical-align: 0.2em;
  }

  :host([size='compact']) .figure {
    font-size: min(var(--kpi-value-size, 1.5em), 130cqi / var(--_length, 1));
    margin-block: calc(1.5 * var(--_space)) 0;
  }

  slot[name='link']::slotted(*) {
    color: var(--_focus);
    font-size: 0.857em;
  }

  .change {
    font-size: 0.93em;
  }

  .target svg {
    block-size: 14px;
    inline-size: 100%;
    margin-block: calc(3 * var(--_space)) var(--_space);
  }

  .target p {
    margin-block-start: calc(2 * var(--_space));
  }

  .outline {
    fill: none;
    stroke: var(--_target);
    stroke-opacity: 0.5;
  }

  .pace {
    fill: var(--_target);
    paint-order: stroke;
    stroke: var(--_surface);
    stroke-width: 2;
    translate: -1px;
  }

  .spark {
    flex: 1 0 2.7em;
    inline-size: 100%;
    margin-block: calc(3 * var(--_space)) calc(1 * var(--_space));
    max-block-size: 6em;
    min-block-size: 0;
  }

  svg:dir(rtl) {
    scale: -1 1;
  }

  .notes {
    border-block-start: 1px solid var(--_border);
    padding-block-start: var(--_space);
  }

  p i {
    inline-size: 70%;
  }

  .figure i {
    inline-size: 40%;
  }

  @container (width < 14em) {
    .figure {
      font-size: min(var(--kpi-value-size, 1.75em), 130cqi / var(--_length, 1));
    }
  }
`;
