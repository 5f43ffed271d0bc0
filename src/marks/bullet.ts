import {svg} from 'lit';
import type {SVGTemplateResult} from 'lit';

/** A bar filled towards its target, with a tick where an even pace would be by now. Shares are of the target; lengths are percentages, so it needs no measuring. */
export function bullet(share: number, expected: number | undefined, isRtl: boolean): SVGTemplateResult {
  const full = Math.min(1, Math.max(0, share)) * 100;
  const tick = Math.min(1, expected ?? 0) * 100;
  const x = isRtl ? 100 - full : 0;
  return svg`
    <rect class="outline" x="0.5" y="3" width="100%" height="8" rx="2"></rect>
    <rect class="actual" x="${x}%" y="3" width="${full}%" height="8" rx="2"></rect>
    ${expected === undefined ? '' : svg`<line class="pace" x1="${isRtl ? 100 - tick : tick}%" x2="${isRtl ? 100 - tick : tick}%" y1="0" y2="14"></line>`}
  `;
}
