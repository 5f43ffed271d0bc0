import {nothing, svg} from 'lit';
import type {SVGTemplateResult} from 'lit';

/** A bar of a table's row and the tick of the pace it should have. Lengths are shares of the box, whose height is the stylesheet's; the tick has a rim, to be seen on the bar. */
export function rankBar(share: number, pace: number | undefined, isRtl: boolean): SVGTemplateResult {
  const x = (at: number) => `${(isRtl ? 1 - at : at) * 100}%`;
  return svg`
    <rect class="actual" x=${x(isRtl ? share : 0)} y="14%" width="${share * 100}%" height="72%" rx="1.5"></rect>
    ${pace === undefined ? nothing : svg`<rect class="pace" x=${x(pace)} width="2" height="100%"></rect>`}
  `;
}
