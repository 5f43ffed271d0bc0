import {svg} from 'lit';
import type {SVGTemplateResult} from 'lit';

/** A bar filled towards its target, with a tick where an even pace would be by now. Shares are of the target; lengths are percentages, so it needs no measuring. */
export function bullet(share: number, expected: number): SVGTemplateResult {
  const percent = (part: number) => `${Math.min(1, Math.max(0, part)) * 100}%`;
  return svg`
    <rect class="outline" width="100%" height="8" y="3" rx="2"></rect>
    <rect class="actual" width=${percent(share)} height="8" y="3" rx="2"></rect>
    <rect class="pace" x=${percent(expected)} width="2" height="14"></rect>
  `;
}
