import {html, svg, type SVGTemplateResult, type TemplateResult} from 'lit';
import {hatch} from './hatch.js';

/** What became of the deals of a stage, in the order in which a bar shows it: went on (solid), still here (hatched), lost (light). */
const KINDS = ['advanced', 'open', 'lost'] as const;

/**
 * The bar of a stage, `share` of the room for it long, cut into `parts` (shares of the bar). Lengths are percentages: nothing is measured.
 * Nothing is drawn for nothing; a style keeps what there is visible.
 */
export function funnelBar(share: number, parts: readonly number[]): TemplateResult | '' {
  let x = 0;
  const rects = parts.map((part, index) => rect(index, percent((x += part) - part), percent(part), part > 0));
  return share > 0 ? html`<svg class="bar" part="bar" width=${percent(share)} height="20" aria-hidden="true">${rects}</svg>` : '';
}

/** The same three as small squares for the legend. The second holds the hatch of all bars. */
export function funnelSwatch(index: number): TemplateResult {
  return html`<svg class="swatch" width="10" height="10" aria-hidden="true">
    ${index === 1 ? hatch : ''}${rect(index, '0', '100%', true)}
  </svg>`;
}

function rect(index: number, x: string, width: string, isAny: boolean): SVGTemplateResult | '' {
  const kind = KINDS[index];
  return isAny
    ? svg`<rect class=${kind} part=${kind} fill=${index === 1 ? 'url(#hatch)' : ''} x=${x} width=${width} height="100%"></rect>`
    : '';
}

function percent(share: number): string {
  return `${share * 100}%`;
}
