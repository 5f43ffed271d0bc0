import {css} from 'lit';

/** What the charts share: the legend, and the marks by what they stand for. */
export const chartStyles = css`
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 0 12px;
    margin-block-start: calc(2 * var(--_space));
  }

  .legend svg {
    display: inline-block;
    margin-inline-end: 5px;
  }

  .legend b {
    color: var(--_text);
  }

  .advanced {
    fill: var(--_actual);
  }

  .lost {
    fill: var(--_previous);
  }

  .running,
  .forecast,
  .open {
    stroke: var(--_actual);
  }

  .ground {
    fill: var(--_surface);
  }

  .target {
    stroke: var(--_target);
    stroke-width: 1;
  }
`;
