import {html, svg, type TemplateResult} from 'lit';

/**
 * The bar of a stage, `share` of the room for it long, cut into `parts` (shares of the bar): what went on (solid), is still here (hatched), was lost (light).
 * Below it, thin and light, the bar of an `earlier` cohort. Lengths are percentages: nothing is measured. Nothing is drawn for nothing; a style keeps what
 * there is visible.
 */
export function funnelBar(share: number, parts: readonly number[], earlier = 0): TemplateResult | '' {
  const longest = Math.max(share, earlier);
  if (longest === 0) return '';
  let x = 0;
  return html`<svg class="bar" part="bar" width="${100 * longest}%" aria-hidden="true">
    ${['advanced', 'open', 'lost'].map((kind, index) => {
      const width = (100 * share * (parts[index] ?? 0)) / longest;
      x += width;
      return width === 0
        ? ''
        : svg`<rect class=${kind} part=${kind} fill="url(#hatch)" x="${x - width}%" width="${width}%" height="${earlier ? 65 : 100}%"></rect>`;
    })}
    ${earlier ? svg`<rect class="earlier" part="earlier" y="82%" width="${(100 * earlier) / longest}%" height="18%"></rect>` : ''}
  </svg>`;
}
