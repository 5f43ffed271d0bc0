import {css} from 'lit';

/** Lines drawn in a stretched box: widths stay as they are. */
export const lineStyles = css`
  .line {
    fill: none;
    stroke: var(--_actual);
    stroke-linecap: round;
    stroke-linejoin: round;
    stroke-width: 2;
    vector-effect: non-scaling-stroke;
  }

  .line.previous {
    stroke: var(--_previous);
    stroke-width: 1.5;
  }

  .dashed,
  .line.running {
    stroke-dasharray: 3 4;
  }

  .ring {
    stroke-width: 8;
  }

  .hole {
    stroke: var(--_surface);
    stroke-width: 4;
  }
`;
