import {html, svg, type TemplateResult} from 'lit';
import {hatch} from './hatch.js';

/** What the marks are: each kind as a small mark of its class, with its name and, where one is pointed at, its count. Brings the hatch. */
export function legend(
  entries: readonly (readonly [kind: string, name: string])[],
  isLine = false,
  counts: readonly string[] = []
): TemplateResult[] {
  return entries.map(
    ([kind, name], index) =>
      html`<span
        ><svg width="10" height="10" aria-hidden="true">
          ${index === 0 ? hatch : ''}
          ${
            (isLine && kind !== 'limits') || kind === 'target' || kind === 'average' || kind === 'earlier'
              ? svg`<path class="line ${kind}" d="M0 5h10"></path>`
              : svg`<rect class=${kind} fill="url(#hatch)" x="0.5" y="0.5" width="9" height="9"></rect>`
          }</svg
        >${counts[index] && html`<b>${counts[index]}</b> `}${name}</span
      >`
  );
}
