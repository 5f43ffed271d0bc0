import {svg, type SVGTemplateResult} from 'lit';
import type {Remark} from '../view/remarks.js';
import type {Place} from './place.js';

/** The number of a remark above its bucket, a hairline down from there, and a ring around a figure that is a signal. */
export function remarkMarks(remarks: readonly Remark[], values: readonly (number | null)[], {x, y}: Place): SVGTemplateResult[] {
  return remarks.map(({index, isSignal}, place) => {
    const value = values[index];
    const isFirst = remarks[place - 1]?.index !== index;
    const all = remarks.flatMap((remark, other) => (remark.index === index ? [other + 1] : [])).join(' ');
    return svg`
      ${
        isFirst
          ? svg`<line class="remark" x1="${x(index)}%" x2="${x(index)}%" y1="-1.4em" y2="100%"></line>
        <text class="remark" part="remark" x="${x(index)}%" y="-2.2em">${all}</text>`
          : ''
      }
      ${isSignal && value !== null ? svg`<circle class="signal" part="signal" cx="${x(index)}%" cy="${y(value)}%" r="7"></circle>` : ''}`;
  });
}
