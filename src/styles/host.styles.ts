import {css} from 'lit';

/**
 * The one place where public tokens are read. What a page's rules can make an element inherit (`* {color; text-transform}`) stops at the frame;
 * only the font family, the colour scheme, the direction and visibility come in, on purpose.
 */
export const hostStyles = css`
  :host {
    --_font-size: var(--kpi-font-size, 14px);
    --_space: var(--kpi-space, 4px);
    --_radius: var(--kpi-radius, 8px);
    --_text: var(--kpi-color-text, light-dark(#111827, #e9edf3));
    --_muted: var(--kpi-color-muted, light-dark(#5d6675, #9ba6b6));
    --_surface: var(--kpi-color-surface, light-dark(#fff, #161b23));
    --_border: var(--kpi-color-border, light-dark(#e3e6eb, #2a323e));
    --_actual: var(--kpi-color-actual, light-dark(#2a3b57, #c3d0e4));
    --_previous: var(--kpi-color-previous, light-dark(#bcc5d2, #4a566a));
    --_target: var(--kpi-color-target, var(--_text));
    --_good: var(--kpi-color-good, light-dark(#0a7a5c, #45cfa0));
    --_bad: var(--kpi-color-bad, light-dark(#c0411c, #ff8d66));
    --_warn: var(--kpi-color-warn, light-dark(#8f5a00, #f0b64a));
    --_focus: light-dark(#2563a8, #7ab4f5);
    container-type: inline-size;
    contain-intrinsic-inline-size: 240px;
    display: block;
  }

  :host([hidden]) {
    display: none;
  }

  .frame {
    all: initial;
    background: var(--_surface);
    block-size: 100%;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    box-sizing: border-box;
    color: var(--_text);
    color-scheme: inherit;
    display: flex;
    flex-direction: column;
    font-family: inherit;
    font-size: var(--_font-size);
    font-variant-numeric: tabular-nums lining-nums;
    line-height: 1.4;
    padding: calc(4 * var(--_space));
    pointer-events: inherit;
    position: relative;
    visibility: inherit;
  }

  .frame *,
  .frame *::before {
    box-sizing: border-box;
  }

  h3,
  p,
  ul {
    margin: 0;
    padding: 0;
  }

  h3 {
    font-size: 1em;
    font-weight: 600;
    line-height: 1.3;
    overflow-wrap: anywhere;
    padding-inline-end: 2em;
  }

  .small {
    color: var(--_muted);
    font-size: 0.857em;
    overflow-wrap: anywhere;
  }

  .muted {
    color: var(--_muted);
  }
  .good {
    color: var(--_good);
  }
  .bad {
    color: var(--_bad);
  }
  .warn {
    color: var(--_warn);
  }

  .frame > .small:first-of-type {
    margin-block-start: 2px;
  }

  .body {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-inline-size: 0;
  }

  .spoken {
    block-size: 1px;
    clip-path: inset(50%);
    inline-size: 1px;
    overflow: hidden;
    position: absolute;
    white-space: nowrap;
  }

  /* Slotted JSON and fallback text are read, never shown. */
  slot:not([name]) {
    display: none;
  }

  button {
    background: none;
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) / 2);
    color: inherit;
    cursor: pointer;
    font: inherit;
    min-block-size: 28px;
    padding: 2px 10px;
  }

  button:hover {
    border-color: var(--_muted);
  }

  :focus-visible {
    border-radius: 4px;
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }

  .toggle {
    border-color: transparent;
    color: var(--_muted);
    display: grid;
    inline-size: 28px;
    inset-block-start: calc(2.5 * var(--_space));
    inset-inline-end: calc(2 * var(--_space));
    padding: 0;
    place-items: center;
    position: absolute;
  }

  svg {
    display: block;
    overflow: visible;
  }

  text {
    fill: var(--_muted);
    font-size: 0.786em;
  }

  .actual {
    fill: var(--_actual);
  }
  .previous {
    fill: var(--_previous);
  }
  .hatch {
    stroke: var(--_actual);
    stroke-width: 1.6;
  }

  .notes {
    color: var(--_muted);
    display: flex;
    flex-direction: column;
    font-size: 0.786em;
    gap: 2px;
    margin-block-start: calc(3 * var(--_space));
  }

  .notes:empty {
    display: none;
  }

  summary {
    cursor: pointer;
    inline-size: fit-content;
    min-block-size: 24px;
    padding-block: 4px;
  }

  ul {
    list-style: none;
    max-block-size: 12em;
    overflow: auto;
    overflow-wrap: anywhere;
  }

  .table {
    margin-block-start: calc(3 * var(--_space));
    max-block-size: 24em;
    overflow: auto;
  }

  table {
    border-collapse: collapse;
    font-size: 0.93em;
    inline-size: 100%;
  }

  th,
  td {
    font-weight: 400;
    padding: 4px 0;
    text-align: end;
    white-space: nowrap;
  }

  th:first-child,
  td:first-child {
    text-align: start;
    white-space: normal;
  }

  thead th {
    color: var(--_muted);
    font-size: 0.857em;
  }

  td + td,
  th + th,
  th + td {
    padding-inline-start: 12px;
  }

  .table tbody tr {
    border-block-start: 1px solid var(--_border);
  }

  .message {
    align-items: start;
    display: flex;
    flex: 1;
    flex-direction: column;
    gap: calc(1 * var(--_space));
    justify-content: center;
    min-block-size: 7em;
    overflow-wrap: anywhere;
    padding-block: calc(2 * var(--_space));
  }

  .message strong {
    font-weight: 600;
  }

  .message button {
    margin-block-start: calc(2 * var(--_space));
  }

  .skeleton {
    animation: appear 0s 300ms both;
    display: flex;
    flex: 1;
    flex-direction: column;
    gap: calc(2 * var(--_space));
  }

  .skeleton i {
    background: color-mix(in srgb, var(--_border) 60%, transparent);
    block-size: 1em;
    border-radius: 4px;
    display: block;
  }

  .patience {
    animation: appear 0s 3s both;
    color: var(--_muted);
    font-size: 0.857em;
  }

  @keyframes appear {
    from {
      opacity: 0;
    }
    to {
      opacity: 1;
    }
  }

  .busy .body {
    animation: fade 0s 300ms both;
  }

  @keyframes fade {
    to {
      opacity: 0.55;
    }
  }

  @container (max-width: 239px) {
    .frame {
      padding: calc(3 * var(--_space));
    }
  }

  @media (forced-colors: active) {
    :host {
      --_actual: CanvasText;
      --_previous: GrayText;
      --_target: Highlight;
      --_good: CanvasText;
      --_bad: CanvasText;
      --_warn: CanvasText;
      --_border: CanvasText;
      --_focus: Highlight;
    }
  }

  @media print {
    .frame {
      break-inside: avoid;
    }
    .toggle {
      display: none;
    }
  }
`;
