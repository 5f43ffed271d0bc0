import {css} from 'lit';
import type {CSSResultGroup} from 'lit';
import {stateStyles} from './states.styles.js';

/**
 * The one place where public tokens are read. What a page's rules can make an element inherit (`* {color; text-transform}`) stops at the frame;
 * only the font family, the colour scheme, the direction and visibility come in, on purpose. Comments stand here, since those below would be sent.
 * - `unicode-bidi`: words of a language that runs the other way than the page stay in order; so do figures, which have no letter to tell by: there is
 *   no right-to-left dictionary, and Arabic digits bring marks of their own.
 * - `font-size` of the host: the em of all container queries, so that larger type has the layout of a narrower element.
 * - `content-visibility`: what lies far outside of what is seen at first is laid out when it comes near or the page has nothing else to do, so that what is
 *   seen of a page of fifty is there as soon as that of ten.
 *   Not of the host, since Firefox gives a query container no room that way; nor of what is seen, which would first be drawn without its contents.
 * - `:defined`: a page that a server wrote and no script is to wake has no menu to open, nor anything to look for or turn over.
 */
const host = css`
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
    --_size: var(--kpi-font-size, 14px);
    container-type: inline-size;
    font-size: var(--_size);
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
    contain-intrinsic-size: auto 240px;
    display: flex;
    flex-direction: column;
    font-family: inherit;
    font-size: var(--_size);
    font-variant-numeric: tabular-nums lining-nums;
    line-height: 1.4;
    overflow-wrap: break-word;
    padding: calc(4 * var(--_space));
    pointer-events: inherit;
    position: relative;
    text-align: left;
    visibility: inherit;
  }

  .far {
    content-visibility: auto;
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
  li {
    text-wrap: pretty;
    unicode-bidi: plaintext;
  }

  b,
  text,
  .figure,
  .axis span,
  .table td {
    direction: ltr;
    text-align: match-parent;
    unicode-bidi: isolate;
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

  .menu-button {
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

  :host(:not(:defined, [defer-hydration])) :is(.menu-button, input, .pages button) {
    display: none;
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

  @container (width < 17em) {
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
      --_focus: Highlight;
    }

    .chosen:not(:focus-visible) {
      outline: 2px solid;
      outline-offset: -2px;
    }
  }

  @media print {
    .far {
      content-visibility: visible;
    }

    :is(.menu-button, input, .pages button) {
      display: none;
    }
  }
`;

/** What every element wears. */
export const hostStyles: CSSResultGroup = [host, stateStyles];
