import {css} from 'lit';

/** What the charts share: the legend and the marks in it. */
export const chartStyles = css`
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 0 12px;
    margin-block-start: 8px;
  }

  .legend svg {
    display: inline-block;
    margin-inline-end: 2px;
  }

  .legend b {
    color: var(--_text);
  }

  .running {
    stroke: var(--_actual);
  }

  .ground {
    fill: var(--_surface);
  }

  .target {
    stroke: var(--_target);
    stroke-width: 2;
  }
`;
