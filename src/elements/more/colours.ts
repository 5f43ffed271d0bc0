import type {Colour} from './picture.js';

/** None on a server, where there is nothing to paint. Not told by Lit, of which this file, on its own, would bring a second. */
const context = typeof document === 'undefined' ? null : document.createElement('canvas').getContext('2d', {willReadFrequently: true});
const known = new Map<string, Colour | undefined>();

/** Any colour that CSS computes (`rgb()`, `color()`, `oklab()`), told by painting it; undefined for one that cannot be seen. */
export function colourOf(css: string): Colour | undefined {
  if (!known.has(css)) known.set(css, css === 'none' ? undefined : painted(css));
  return known.get(css);
}

function painted(css: string): Colour | undefined {
  if (!context) return undefined;
  context.clearRect(0, 0, 1, 1);
  context.fillStyle = css;
  context.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha] = context.getImageData(0, 0, 1, 1).data;
  return alpha === 0
    ? undefined
    : {hex: `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`, alpha: alpha / 255};
}

/** How far a font reaches above its baseline, in px. */
export function ascentOf(size: number, weight: string, family: string): number {
  if (!context) return size * 0.8;
  context.font = `${weight} ${size}px ${family}`;
  return context.measureText('x').fontBoundingBoxAscent;
}
