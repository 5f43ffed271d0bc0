import type {Colour, Line, Paint, Picture, Shape} from './picture.js';

/** A picture as a PNG. Drawn mark by mark: an SVG as an image would need a policy that allows it, and could not use the page's fonts. */
export async function pngOf({width, height, room, background, marks}: Picture, scale: number): Promise<Blob> {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [Math.round(width * scale), Math.round(height * scale)];
  const context = canvas.getContext('2d');
  if (!context) throw new Error(tooLarge(canvas));
  const ratio = canvas.width / room.width;
  context.scale(ratio, ratio);
  if (background) {
    context.fillStyle = css(background);
    context.fillRect(0, 0, room.width, room.height);
  }
  for (const mark of marks) {
    context.save();
    context.globalAlpha = mark.opacity;
    if (mark.fill) context.fillStyle = styleOf(mark.fill, context);
    if (mark.stroke) context.strokeStyle = css(mark.stroke);
    context.lineWidth = mark.strokeWidth;
    if ('path' in mark) drawShape(mark, context);
    else drawLine(mark, context);
    context.restore();
  }
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done));
  if (!blob) throw new Error(tooLarge(canvas));
  return blob;
}

function tooLarge({width, height}: HTMLCanvasElement): string {
  return `too large for an image in this browser: ${width} x ${height} pixels`;
}

function drawShape({path, matrix, dashes, isRound, ...paint}: Shape, context: CanvasRenderingContext2D): void {
  const outline = new Path2D();
  outline.addPath(new Path2D(path), new DOMMatrix([...matrix]));
  context.setLineDash([...dashes]);
  if (isRound) context.lineCap = context.lineJoin = 'round';
  inOrder(
    paint,
    () => {
      context.fill(outline);
    },
    () => {
      context.stroke(outline);
    }
  );
}

function drawLine(
  {text, x, y, width, align, isRtl, size, weight, family, spacing, ...paint}: Line,
  context: CanvasRenderingContext2D
): void {
  context.font = `${weight} ${size}px ${family}`;
  context.textAlign = align;
  context.direction = isRtl ? 'rtl' : 'ltr';
  context.letterSpacing = `${spacing}px`;
  if (width && /\d/.test(text)) context.letterSpacing = `${spacing + (width - context.measureText(text).width) / text.length}px`;
  context.lineJoin = 'round';
  inOrder(
    paint,
    () => {
      context.fillText(text, x, y);
    },
    () => {
      context.strokeText(text, x, y);
    }
  );
}

function inOrder(
  {fill, stroke, strokeWidth, isHalo}: Pick<Shape, 'fill' | 'stroke' | 'strokeWidth' | 'isHalo'>,
  paint: () => void,
  draw: () => void
): void {
  const steps = [fill && paint, stroke && strokeWidth > 0 && draw];
  for (const step of isHalo ? steps.reverse() : steps) if (step) step();
}

function css({hex, alpha}: Colour): string {
  return `${hex}${Math.round(alpha * 255)
    .toString(16)
    .padStart(2, '0')}`;
}

/** A tile of the hatch, in pixels of the canvas. */
function styleOf(fill: Paint, context: CanvasRenderingContext2D): string | CanvasPattern {
  if ('hex' in fill) return css(fill);
  const tile = document.createElement('canvas');
  tile.width = tile.height = 32;
  const paint = tile.getContext('2d');
  if (!paint) return css(fill.line);
  paint.fillStyle = css(fill.ground);
  paint.fillRect(0, 0, 32, 32);
  paint.fillStyle = css(fill.line);
  paint.fillRect(0, 0, 10, 32);
  const pattern = context.createPattern(tile, 'repeat');
  pattern?.setTransform(new DOMMatrix().rotate(45).scale(5 / 32));
  return pattern ?? css(fill.line);
}
