import {css} from 'lit';

export const funnelStyles = css`
  .stages {
    display: grid;
    font-size: 0.93em;
    grid-template-columns: fit-content(36%) minmax(0, 1fr) auto auto;
    margin-block-start: calc(2.5 * var(--_space));
    margin-inline: -6px;
    row-gap: 2px;
  }

  .stage {
    align-items: center;
    border: 0;
    display: grid;
    grid-column: 1 / -1;
    grid-template-columns: subgrid;
    min-block-size: 34px;
    padding: 4px 6px;
    text-align: start;
  }

  .stage:hover,
  .on {
    background: color-mix(in srgb, var(--_border) 40%, transparent);
  }

  .label {
    -webkit-box-orient: vertical;
    display: -webkit-box;
    -webkit-line-clamp: 5;
    line-height: 1.25;
    overflow: hidden;
    overflow-wrap: anywhere;
    padding-inline-end: 12px;
  }

  .track {
    align-items: center;
    display: flex;
  }

  .bar {
    clip-path: inset(0 round 2px);
    flex: none;
    min-inline-size: 2px;
  }

  .bar:dir(rtl) {
    scale: -1 1;
  }

  .advanced {
    fill: var(--_actual);
  }
  .open {
    stroke: var(--_actual);
  }
  .lost {
    fill: var(--_previous);
  }

  .count,
  .overall {
    color: var(--_text);
    font-weight: 600;
  }

  .bar + .count,
  .widest {
    margin-inline-start: 8px;
  }

  /* Keeps the room that the largest count takes after its bar. */
  .widest {
    block-size: 0;
    grid-column: 3;
    visibility: hidden;
  }

  .step {
    font-size: 0.92em;
    grid-column: -2;
    padding-inline-start: 12px;
    text-align: end;
  }

  .legend {
    margin-block-start: auto;
    padding-block: calc(3 * var(--_space)) 2px;
  }

  .skeleton i {
    block-size: 24px;
  }
  .skeleton i + i {
    inline-size: 70%;
  }
  .skeleton i + i + i {
    inline-size: 40%;
  }

  @container (max-width: 399px) {
    .stages {
      display: block;
    }

    .stage {
      grid-template-columns: auto 1fr;
      inline-size: 100%;
      margin-block-end: 4px;
    }

    .track {
      display: contents;
    }

    .label,
    .bar {
      grid-column: 1 / -1;
    }

    .bar {
      block-size: 12px;
      margin-block: 3px 2px;
    }

    .bar + .count {
      margin: 0;
    }

    .widest {
      display: none;
    }

    .legend {
      flex-direction: column;
    }
  }
`;
