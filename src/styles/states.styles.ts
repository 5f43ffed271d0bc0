import {css} from 'lit';

/**
 * What stands below or in place of the figures: small print, the table, messages, the shape of what comes. Comments stand here, since those below
 * would be sent.
 * - `wait`: nothing shows that is over at once.
 * - `.skeleton i`: bars as high as a line of text, less the room between lines.
 */
export const stateStyles = css`
  .notes {
    font-size: 0.786em;
    margin-block: calc(2 * var(--_space)) -5px;
  }

  .notes p,
  summary {
    padding-block: 5px;
  }

  .notes button {
    min-block-size: 24px;
    padding-block: 0;
  }

  .selection {
    color: var(--_focus);
    font-weight: 600;
    padding-inline-start: 0.6em;
  }

  .selection button {
    border: 0;
    font: inherit;
    min-block-size: 24px;
    min-inline-size: 24px;
    padding: 0;
  }

  .menu {
    background: var(--_surface);
    border: 1px solid var(--_border);
    border-radius: var(--kpi-radius, 8px);
    color: var(--_text);
    inset: auto;
    max-inline-size: min(20em, 100vw - 8px);
    padding: var(--_space);
    position: absolute;
  }

  .menu:popover-open {
    box-shadow: 0 4px 16px rgb(0 0 0 / 0.16);
  }

  .menu button {
    border-color: transparent;
    display: block;
    inline-size: 100%;
    min-block-size: 32px;
    outline-offset: -2px;
    text-align: start;
    unicode-bidi: plaintext;
  }

  .menu button:is(:hover, :focus) {
    background: color-mix(in srgb, var(--_border) 50%, transparent);
  }

  .menu p:not(:empty) {
    padding: 6px 10px;
  }

  ul {
    list-style: none;
    max-block-size: 12em;
    overflow: auto;
  }

  .table {
    margin-block-start: calc(3 * var(--_space));
    max-block-size: 30em;
    overflow: auto;
  }

  table {
    border-collapse: collapse;
    font-size: 0.93em;
    inline-size: 100%;
    text-align: right;
  }

  th,
  td {
    font-weight: 400;
    padding-block: 4px;
    text-align: inherit;
    white-space: nowrap;
  }

  :is(th, td):first-child {
    text-align: start;
    white-space: normal;
  }

  thead th {
    color: var(--_muted);
    font-size: 0.857em;
  }

  :is(th, td) + * {
    padding-inline-start: 12px;
  }

  .table tbody th {
    min-inline-size: 5em;
  }

  .table tbody tr {
    border-block-start: 1px solid var(--_border);
  }

  .message {
    align-items: start;
    gap: calc(1.5 * var(--_space));
    min-block-size: 7em;
    padding-block-start: calc(3 * var(--_space));
  }

  .skeleton,
  .patience,
  [aria-busy='true'] .body {
    animation: wait 0s 300ms backwards;
  }

  .patience {
    animation-delay: 3s;
  }

  [aria-busy='true'] .body:not(.skeleton) {
    --_at-first: 1;
    opacity: 0.55;
  }

  @keyframes wait {
    from {
      opacity: var(--_at-first, 0);
    }
  }

  .skeleton i {
    background: color-mix(in srgb, var(--_border) 60%, transparent) content-box;
    border-radius: 6px;
    display: block;
    min-block-size: 1lh;
    padding-block: 3px;
  }

  :where(.skeleton > i) {
    margin-block-start: calc(2 * var(--_space));
  }
`;
