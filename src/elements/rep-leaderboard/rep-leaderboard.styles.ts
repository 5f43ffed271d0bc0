import {css} from 'lit';

/** Rows stay plain table rows: Safari lays nothing over a row, so the row itself takes the click. */
export const leaderboardStyles = css`
  table {
    margin-block-start: calc(2 * var(--_space));
  }

  th,
  td {
    padding-block: 0.38em;
  }

  /* As wide as the longest name, within limits; the bars have what is left. */
  .member {
    max-inline-size: 40cqi;
    text-align: start;
  }

  .who {
    align-items: center;
    display: flex;
    gap: 8px;
    white-space: nowrap;
  }

  .disc {
    block-size: 2.35em;
    border-radius: 50%;
    color: var(--_muted);
    flex: none;
    font-size: 0.72em;
    font-weight: 600;
    inline-size: 2.35em;
    line-height: 2.35;
    position: relative;
    text-align: center;
  }

  .disc img {
    background: var(--_surface);
    block-size: 100%;
    border-radius: 50%;
    inline-size: 100%;
    inset: 0;
    object-fit: cover;
    position: absolute;
  }

  i.disc {
    block-size: 0;
    inline-size: 2.74em;
  }

  .disc:not(:empty) {
    background: color-mix(in srgb, var(--_border) 60%, transparent);
  }

  :is(.who, thead) button {
    border: 0;
    min-block-size: 0;
    min-inline-size: 0;
    padding: 0;
  }

  thead th {
    vertical-align: bottom;
  }

  thead button {
    min-block-size: 24px;
    position: relative;
    text-align: inherit;
  }

  [aria-sort] button {
    color: var(--_text);
    font-weight: 600;
  }

  [aria-sort] button::after {
    content: '▾' / '';
    inset-inline-start: 100%;
    position: absolute;
  }

  [aria-sort='ascending'] button::after {
    content: '▴' / '';
  }

  thead .other {
    white-space: normal;
  }

  [type='search'] {
    background: none;
    border: 1px solid var(--_border);
    border-radius: 4px;
    color: inherit;
    font: inherit;
    inline-size: 100%;
    margin-block-start: calc(2 * var(--_space));
    max-inline-size: 16em;
    min-block-size: 28px;
    padding: 2px 8px;
  }

  .pages {
    align-items: center;
    display: flex;
    gap: 4px;
    justify-content: end;
    padding-block-start: var(--_space);
  }

  .pages button {
    min-inline-size: 28px;
  }

  .pages button:disabled {
    cursor: default;
    opacity: 0.4;
  }

  .me {
    background: color-mix(in srgb, var(--_focus) 9%, transparent);
  }

  .me bdi {
    font-weight: 600;
  }

  .who bdi {
    display: block;
    overflow: hidden;
    text-overflow: ellipsis;
  }

  td > span,
  .pages > span,
  [part='move'] {
    direction: ltr;
    unicode-bidi: isolate;
  }

  [part='move'] {
    font-size: 0.786em;
  }

  td.bar {
    inline-size: 100%;
    text-align: start;
    white-space: normal;
  }

  .bar svg {
    block-size: 1em;
    inline-size: 100%;
  }

  .pace {
    fill: var(--_target);
    paint-order: stroke;
    stroke: var(--_surface);
    stroke-width: 2;
  }

  .below,
  .short {
    display: none;
  }

  .skeleton {
    padding-block-start: 8px;
  }

  .skeleton i {
    block-size: 2.28em;
    margin: 0;
    padding-block: 0.6em;
  }

  [part='row'] {
    cursor: pointer;
  }

  [part='row']:is(:hover, :focus-within) {
    background: color-mix(in srgb, var(--_border) 40%, transparent);
  }

  .chosen {
    background: color-mix(in srgb, var(--_focus) 10%, transparent);
  }

  .chosen:not(:focus-visible) {
    outline: 1px solid color-mix(in srgb, var(--_focus) 45%, transparent);
    outline-offset: -1px;
  }

  [part='place'],
  .unranked,
  .others,
  .unassigned {
    color: var(--_muted);
  }

  .unassigned .actual {
    fill: var(--_previous);
  }

  .total {
    border-block-start: 1px solid var(--_border);
  }

  .total :is(bdi, td:not(.bar)) {
    font-weight: 600;
  }

  @container (width < 50em) {
    .other:not(.sorted) {
      display: none;
    }
  }

  @container (width < 43em) {
    .improvement:not(.sorted) {
      display: none;
    }
  }

  @container (width < 31.5em) {
    .skeleton i {
      block-size: 2.64em;
    }

    table:has(.sorted:is(.improvement, .other)) .quota {
      display: none;
    }

    td.bar {
      display: none;
    }

    th,
    td {
      vertical-align: baseline;
    }

    .who {
      align-items: baseline;
    }

    .disc {
      align-self: center;
    }

    .member {
      inline-size: 100%;
      max-inline-size: 0;
    }

    .below {
      display: block;
    }

    .below,
    .total bdi {
      white-space: normal;
    }

    .below svg {
      block-size: 0.4em;
      inline-size: 100%;
    }

    .below .small {
      display: block;
      margin-inline-start: 2.7em;
    }
  }

  @container (width < 24em) {
    .value {
      display: none;
    }

    .short {
      display: inline;
    }
  }

  @container (width < 20em) {
    .disc,
    .column:not(.sorted),
    [part='move'] {
      display: none;
    }

    :is(.others, .unassigned) bdi {
      font-size: 0.857em;
    }

    .below .small {
      margin: 0;
    }
  }
`;
