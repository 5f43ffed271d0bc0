import {css} from 'lit';

/**
 * The one place where public tokens are read. What a page's rules can make an element inherit (`* {color; text-transform}`) stops at the frame;
 * only the font family, the colour scheme, the direction and visibility come in, on purpose. Comments stand here, since those below would be sent.
 * - `unicode-bidi`: words of a language that runs the other way than the page stay in order.
 * - `wait`: nothing shows that is over at once.
 * - `.skeleton i`: bars as high as a line of text, less the room between lines.
 */
export const hostStyles = css`
  :host {
    --_space: var(--kpi-space, 4px);
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
    break-inside: avoid;
  }

  :host([hidden]) {
    display: none;
  }

  .frame {
    all: initial;
    background: var(--_surface);
    block-size: 100%;
    border: 1px solid var(--_border);
    border-radius: var(--kpi-radius, 8px);
    box-sizing: border-box;
    color: var(--_text);
    color-scheme: inherit;
    display: flex;
    flex-direction: column;
    font-family: inherit;
    font-size: var(--kpi-font-size, 14px);
    font-variant-numeric: tabular-nums lining-nums;
    line-height: 1.4;
    overflow-wrap: break-word;
    padding: calc(4 * var(--_space));
    pointer-events: inherit;
    position: relative;
    text-align: left;
    visibility: inherit;
  }

  .frame:dir(rtl) {
    text-align: right;
  }

  * {
    box-sizing: border-box;
    margin: 0;
    padding: 0;
  }

  h3,
  p,
  li,
  summary {
    unicode-bidi: plaintext;
  }

  h3 {
    font-size: 1em;
    font-weight: 600;
    line-height: 1.3;
    margin-block-end: 2px;
    padding-inline-end: 2em;
  }

  b {
    font-weight: 600;
  }

  .small {
    color: var(--_muted);
    font-size: 0.857em;
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

  .body {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-inline-size: 0;
  }

  .spoken {
    clip-path: inset(50%);
    inline-size: 1px;
    overflow: hidden;
    position: absolute;
    white-space: nowrap;
  }

  button {
    background: none;
    border: 1px solid var(--_border);
    border-radius: 4px;
    color: inherit;
    font: inherit;
    min-block-size: 28px;
    padding: 2px 10px;
  }

  button,
  summary {
    cursor: pointer;
  }

  button:hover {
    border-color: currentcolor;
    color: var(--_text);
  }

  :focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }

  .toggle {
    border: 0;
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

  ul {
    list-style: none;
    max-block-size: 12em;
    overflow: auto;
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
    padding-block: 4px;
    text-align: end;
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

  @container (max-width: 239px) {
    .frame {
      padding: calc(3 * var(--_space));
    }
  }

  @media (forced-colors: active) {
    :host {
      --_text: CanvasText;
      --_muted: CanvasText;
      --_surface: Canvas;
      --_border: CanvasText;
      --_actual: CanvasText;
      --_previous: GrayText;
      --_target: Highlight;
    }
  }

  @media print {
    .toggle {
      display: none;
    }
  }
`;
