import {css, svg, type SVGTemplateResult} from 'lit';
import type {Place} from './place.js';

/** Widths of an element from which on more labels fit side by side, in em of its text. */
const WIDTHS = [0, 17, 24, 31, 46];

/** Shows at each width the labels that fit, with nothing measured. */
export const labelStyles = [
  css`
    .label {
      display: none;
      text-anchor: middle;
    }
  `,
  ...WIDTHS.map(
    (width, size) => css`
      @container (${width}em <= width < ${WIDTHS[size + 1] ?? 1e4}em) {
        .fits${size} {
          display: inline;
        }
      }
    `
  )
];

/** A text at some buckets, the most important first, `kind` being its class and part: at each width those that are no closer to another than the longest is wide. */
export function labels(
  kind: string,
  entries: readonly (readonly [at: number, text: string])[],
  {x, count}: Place,
  y: (at: number) => readonly [percent: number, em: number]
): SVGTemplateResult[] {
  const needed = Math.max(...entries.map(([, text]) => text.length)) * 0.47 + 0.6;
  const taken = WIDTHS.map((): number[] => []);
  return entries
    .map(([at, text]) => {
      const fits = WIDTHS.map((width, size) => {
        // Frame and axis take 5.9 em, of the narrowest element 5.3.
        const place = (at / count) * Math.max(6.1, width - 5.9);
        if (taken[size].some((other) => Math.abs(other - place) < needed)) return '';
        taken[size].push(place);
        return `fits${size}`;
      });
      // What would leave the narrowest element moves in, in em of the text.
      const [place, edge] = [x(at), x(at) < 50 ? 1 : -1];
      const beyond = Math.max(0, text.length * 0.3 - Math.min(place, 100 - place) * 0.08 - 1.1);
      return {
        at,
        shown: svg`<text class="label ${kind} ${fits.join(' ')}" part=${kind} x="${place}%" y="${y(at)[0]}%" dx="${beyond * edge}em" dy="${y(at)[1]}em">${text}</text>`
      };
    })
    .sort((a, b) => a.at - b.at)
    .map(({shown}) => shown);
}
