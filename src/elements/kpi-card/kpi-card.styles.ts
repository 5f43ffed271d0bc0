import {css} from 'lit';

export const cardStyles = css`
  .figure {
    font-size: var(--kpi-value-size, 2.25em);
    font-weight: 650;
    letter-spacing: -0.02em;
    line-height: 1.15;
    margin-block-start: calc(2.5 * var(--_space));
    overflow-wrap: anywhere;
  }

  .unit {
    color: var(--_muted);
    font-size: 0.5em;
    font-weight: 500;
    letter-spacing: 0;
    margin-inline-start: 3px;
  }

  .change {
    font-size: 0.93em;
    margin-block-start: var(--_space);
    min-block-size: 1.4em;
  }

  .change b {
    font-weight: 600;
    white-space: nowrap;
  }

  .target {
    margin-block-start: calc(3 * var(--_space));
  }

  .target b {
    font-weight: 600;
  }

  .bullet {
    block-size: 14px;
    inline-size: 100%;
  }

  .outline {
    fill: none;
    stroke: var(--_target);
    stroke-opacity: 0.5;
  }

  .pace {
    stroke: var(--_text);
    stroke-width: 2;
  }

  .spark {
    block-size: 38px;
    inline-size: 100%;
    margin-block: calc(3 * var(--_space));
  }

  .basis {
    border-block-start: 1px solid var(--_border);
    font-size: 0.786em;
    margin-block-start: auto;
    padding-block-start: calc(2 * var(--_space));
  }

  .none .figure {
    color: var(--_muted);
  }

  @container (max-width: 199px) {
    .figure {
      font-size: var(--kpi-value-size, 1.75em);
    }
  }
`;
