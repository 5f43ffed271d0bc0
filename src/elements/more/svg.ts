import type {Colour, Line, Paint, Picture, Shape} from './picture.js';

/** A picture as the text of an SVG: no style, no script, nothing from elsewhere. */
export function svgOf({title, width, height, room, background, marks}: Picture): string {
  const hatches = new Map<string, string>();
  const fillOf = (fill: Paint | undefined) => {
    if (!fill || 'hex' in fill) return colour('fill', fill);
    const id = `hatch-${fill.ground.hex.slice(1)}-${fill.line.hex.slice(1)}`;
    hatches.set(
      id,
      `<pattern id="${id}" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="5" height="5"${colour('fill', fill.ground)}/><path d="M0 0v5"${colour('stroke', fill.line)} stroke-width="1.6"/></pattern>`
    );
    return ` fill="url(#${id})"`;
  };
  const painted = (mark: Shape | Line) =>
    fillOf(mark.fill) +
    (mark.stroke && mark.strokeWidth > 0 ? `${colour('stroke', mark.stroke)} stroke-width="${short(mark.strokeWidth)}"` : '') +
    (mark.isHalo ? ' paint-order="stroke"' : '') +
    (mark.opacity < 1 ? ` opacity="${short(mark.opacity)}"` : '');
  const shapes = marks.map((mark) => ('path' in mark ? shape(mark, painted(mark)) : line(mark, painted(mark)))).join('');
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${room.width} ${short(room.height)}" role="img">` +
    `<title>${escaped(title)}</title><defs>${[...hatches.values()].join('')}</defs>` +
    (background ? `<rect width="100%" height="100%"${colour('fill', background)}/>` : '') +
    `${shapes}</svg>`
  );
}

function shape({path, matrix, dashes, isRound}: Shape, painted: string): string {
  const rest =
    (dashes.length > 0 ? ` stroke-dasharray="${dashes.join(' ')}"` : '') +
    (isRound ? ' stroke-linecap="round" stroke-linejoin="round"' : '');
  const [scaleX, , , scaleY] = matrix;
  // Moved or mirrored, a stroke keeps its width; in a box that stretches, the points are moved instead.
  const isRigid = Math.abs(scaleX) === 1 && Math.abs(scaleY) === 1;
  const place = isRigid ? ` transform="matrix(${matrix.map(short).join(' ')})"` : '';
  return `<path d="${escaped(isRigid ? path : stretched(path, matrix))}"${place}${painted}${rest}/>`;
}

/** A path of straight lines with its points where a matrix puts them. */
function stretched(path: string, [a, , , d, e, f]: Shape['matrix']): string {
  let [x, y] = [0, 0];
  return path.replace(/([MLHVhv])([^MLHVhv]*)/g, (_, command: string, rest: string) => {
    const [first = 0, second = 0] = rest.match(/[-+.\de]+/g)?.map(Number) ?? [];
    if (command === 'M' || command === 'L') [x, y] = [first, second];
    else if (command === 'H' || command === 'h') x = command === 'H' ? first : x + first;
    else y = command === 'V' ? first : y + first;
    return `${command === 'M' ? 'M' : 'L'}${short(x * a + e)} ${short(y * d + f)}`;
  });
}

function line({text, x, y, width, align, isRtl, size, weight, family, spacing}: Line, painted: string): string {
  const anchor = align === 'center' ? 'middle' : (align === 'left') === isRtl ? 'end' : 'start';
  return (
    `<text x="${short(x)}" y="${short(y)}" text-anchor="${anchor}"${isRtl ? ' direction="rtl"' : ''} font-family="${escaped(family)}" font-size="${short(size)}" font-weight="${weight}"` +
    `${spacing ? ` letter-spacing="${short(spacing)}"` : ''}${width && /\d/.test(text) ? ` textLength="${short(width)}" lengthAdjust="spacingAndGlyphs"` : ''}${painted}>${escaped(text)}</text>`
  );
}

function colour(name: string, {hex, alpha}: Colour = {hex: 'none', alpha: 1}): string {
  return ` ${name}="${hex}"${alpha < 1 ? ` ${name}-opacity="${short(alpha)}"` : ''}`;
}

function short(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}

function escaped(text: string): string {
  // Control characters have no place in XML.
  return text
    .replace(/[^\P{Cc}\t\n\r]/gu, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/"/g, '&quot;');
}
