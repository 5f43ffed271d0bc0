import {svg} from 'lit';

/** What is not over yet: `fill="url(#hatch)"`. */
export const hatch = svg`<pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
  <rect class="ground" width="5" height="5"></rect><line class="hatch" y2="5"></line>
</pattern>`;
