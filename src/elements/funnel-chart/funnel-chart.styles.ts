import {css} from 'lit';

export const funnelStyles = css`
  .groups {
    display: grid;
    flex: 1;
    gap: 0 24px;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 220px), 1fr));
  }

  /* Narrow as soon as several stand side by side. */
  .group {
    container-type: inline-size;
    display: flex;
    flex-direction: column;
  }

  .name {
    display: block;
    margin-block-start: calc(2 * var(--_space));
  }

  .stages {
    display: grid;
    flex: 1;
    font-size: 0.93em;
    grid-template-columns: fit-content(36%) minmax(0, 1fr) auto auto;
    margin: calc(2 * var(--_space)) -6px 0;
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

  .on {
    background: color-mix(in srgb, var(--_border) 40%, transparent);
  }

  .chosen {
    background: color-mix(in srgb, var(--_focus) 10%, transparent);
  }

  .chosen:not(:focus-visible) {
    outline: 1px solid color-mix(in srgb, var(--_focus) 45%, transparent);
    outline-offset: -1px;
  }

  /* Five lines at most. */
  .label {
    line-height: 1.25;
    max-block-size: 6.25em;
    overflow: hidden;
    overflow-wrap: anywhere;
    padding-inline-end: 12px;
  }

  .track {
    align-items: center;
    display: flex;
    gap: 8px;
  }

  .bar {
    block-size: 1.5em;
    clip-path: inset(0 round 2px);
    flex: none;
    min-inline-size: 2px;
  }

  .bar:dir(rtl) {
    scale: -1 1;
  }

  /* Keeps the room that the largest count takes after its bar. */
  .widest {
    block-size: 0;
    grid-area: 1 / 3;
    margin-inline-start: 8px;
    visibility: hidden;
  }

  .step {
    font-size: 0.92em;
    grid-column: -2;
    padding-inline-start: 12px;
    text-align: end;
  }

  [part='step'] {
    unicode-bidi: plaintext;
  }

  .overall {
    font-weight: 600;
  }

  .time {
    display: block;
    font-size: 0.92em;
    font-weight: 400;
  }

  .earlier {
    fill: var(--_previous);
  }

  .line.earlier {
    stroke: var(--_previous);
    stroke-width: 4;
  }

  .note,
  [part='stalled'] {
    margin-block-start: calc(2 * var(--_space));
  }

  .legend {
    margin-block-start: calc(3 * var(--_space));
  }

  .skeleton .stage {
    block-size: 59px;
  }

  @container (width < 28.5em) {
    .skeleton > i {
      block-size: 42px;
    }

    .stages {
      display: block;
    }

    .stage {
      align-items: baseline;
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
      block-size: 0.9em;
      margin-block: 3px 2px;
    }

    .widest {
      display: none;
    }

    .legend {
      flex-direction: column;
    }
  }

  /* Where there is room, a few stages stand side by side: their bars are turned, and the counts turned back. Not so in a picture, which knows no turned shapes. */
  @container (width >= 51em) {
    :host > .frame .few {
      grid-auto-columns: minmax(0, 1fr);
      grid-auto-flow: column;
      grid-template: 232px repeat(2, auto) / none;

      & .stage {
        align-items: start;
        grid-column: auto;
        grid-row: 1 / -1;
        grid-template: subgrid / minmax(0, 1fr);
      }

      & i {
        block-size: 299px;
        inline-size: 56px;
      }

      & .track {
        --_turn: -90deg;
        --_width: clamp(60px, 9cqi, 120px);
        block-size: var(--_width);
        gap: 4px;
        grid-row: 1;
        inline-size: 200px;
        rotate: var(--_turn);
        transform-origin: 0 0;
        translate: 0 228px;
      }

      & .track:dir(rtl) {
        --_turn: 90deg;
        transform-origin: 100% 0;
      }

      & .bar {
        block-size: 100%;
      }

      /* Above the bar itself, not that of the earlier cohort. */
      & .bar:has(.earlier) + .count {
        translate: 0 calc(-0.175 * var(--_width));
      }

      & .count {
        display: flex;
        flex: none;
        inline-size: 24px;
        justify-content: center;
        rotate: calc(-1 * var(--_turn));
      }

      & .label {
        padding-block-start: 4px;
      }

      & .step {
        grid-column: auto;
        padding: 0;
        text-align: start;
      }

      & > .widest {
        display: none;
      }
    }
  }
`;
