import {ascentOf, colourOf} from './colours.js';
import type {Line, Paint, Shape} from './picture.js';

type Matrix = Shape['matrix'];

/** Reads what is drawn below a node as shapes and lines of text, in px from the corner of that node, as the browser has laid it out and styled it. */
export function marksIn(root: HTMLElement): (Shape | Line)[] {
  const origin = root.getBoundingClientRect();
  return joined(marksOf(root, 1)).map((mark) =>
    'path' in mark
      ? {...mark, matrix: [...mark.matrix.slice(0, 4), mark.matrix[4] - origin.left, mark.matrix[5] - origin.top] as unknown as Matrix}
      : {...mark, x: mark.x - origin.left, y: mark.y - origin.top}
  );
}

/** What stands side by side in one hand is one text, in however many pieces the page has it: the digits of a figure. */
function joined(marks: readonly (Shape | Line)[]): (Shape | Line)[] {
  const all: (Shape | Line)[] = [];
  for (const mark of marks) {
    const last = all.at(-1);
    if (last && !('path' in last) && !('path' in mark) && isNext(last, mark)) {
      all[all.length - 1] = {...last, text: last.text + mark.text, width: mark.x + (mark.width ?? 0) - last.x};
    } else all.push(mark);
  }
  return all;
}

function isNext(one: Line, next: Line): boolean {
  const hand = ({y, size, weight, family, fill, align, isRtl}: Line) => JSON.stringify([y, size, weight, family, fill, align, isRtl]);
  return one.align === 'left' && !one.isRtl && hand(one) === hand(next) && Math.abs(one.x + (one.width ?? Infinity) - next.x) < 0.6;
}

function marksOf(element: Element, above: number): (Shape | Line)[] {
  const style = getComputedStyle(element);
  if (style.display === 'none' || style.visibility !== 'visible') return [];
  const opacity = above * Number(style.opacity);
  if (element instanceof SVGGeometryElement) return shapeOf(element, style, opacity);
  if (element instanceof SVGTextElement) return svgText(element, style, opacity);
  if (element instanceof SVGElement && element.localName !== 'svg') return [];
  const isFolded = element instanceof HTMLDetailsElement && !element.open;
  return [
    ...(element instanceof HTMLElement ? boxOf(element, style, opacity) : []),
    ...[...element.childNodes].flatMap((node) => {
      if (node instanceof Text) return linesOf(node, style, opacity);
      return node instanceof Element && !(isFolded && node.localName !== 'summary') ? marksOf(node, opacity) : [];
    })
  ];
}

const UNPAINTED = {fill: undefined, stroke: undefined, strokeWidth: 0, isHalo: false, dashes: [], isRound: false};

/** The ground and the edges of a box. */
function boxOf(element: HTMLElement, style: CSSStyleDeclaration, opacity: number): Shape[] {
  const {left, top, width, height} = element.getBoundingClientRect();
  const at = (x: number, y: number): Matrix => [1, 0, 0, 1, left + x, top + y];
  const value = (name: string) => parseFloat(style.getPropertyValue(name)) || 0;
  const radius = style.borderTopLeftRadius.endsWith('%') ? width / 2 : Math.min(value('border-top-left-radius'), width / 2);
  const ground = colourOf(style.backgroundColor);
  const edges = (['top', 'right', 'bottom', 'left'] as const).flatMap((side) => {
    const size = style.getPropertyValue(`border-${side}-style`) === 'none' ? 0 : value(`border-${side}-width`);
    const fill = colourOf(style.getPropertyValue(`border-${side}-color`));
    if (size === 0 || !fill) return [];
    const isLevel = side === 'top' || side === 'bottom';
    const path = rectangle(0, 0, isLevel ? width : size, isLevel ? size : height, 0);
    const matrix = at(side === 'right' ? width - size : 0, side === 'bottom' ? height - size : 0);
    return [{...UNPAINTED, path, matrix, fill, opacity}];
  });
  return [
    ...(ground ? [{...UNPAINTED, path: rectangle(0, 0, width, height, radius), matrix: at(0, 0), fill: ground, opacity}] : []),
    ...edges
  ];
}

function rectangle(x: number, y: number, width: number, height: number, radius: number): string {
  if (!radius) return `M${x} ${y}h${width}v${height}h${-width}z`;
  const [wide, high, arc] = [width - 2 * radius, height - 2 * radius, `a${radius} ${radius} 0 0 1 `];
  return `M${x + radius} ${y}h${wide}${arc}${radius} ${radius}v${high}${arc}${-radius} ${radius}h${-wide}${arc}${-radius} ${-radius}v${-high}${arc}${radius} ${-radius}z`;
}

function shapeOf(element: SVGGeometryElement, style: CSSStyleDeclaration, opacity: number): Shape[] {
  const ctm = element.getScreenCTM();
  const path = pathOf(element);
  if (!ctm || !path) return [];
  const dashes = style.strokeDasharray === 'none' ? [] : style.strokeDasharray.split(/[\s,]+/).map(parseFloat);
  const matrix: Matrix = [ctm.a, ctm.b, ctm.c, ctm.d, ctm.e, ctm.f];
  return [{...paintOf(element, style), path, matrix, dashes, isRound: style.strokeLinecap === 'round', opacity}];
}

function pathOf(element: SVGGeometryElement): string {
  if (element instanceof SVGRectElement) {
    const [x, y, width, height, radius] = [element.x, element.y, element.width, element.height, element.rx].map(
      ({baseVal}) => baseVal.value
    );
    return width > 0 && height > 0 ? rectangle(x, y, width, height, Math.min(radius, width / 2, height / 2)) : '';
  }
  if (element instanceof SVGLineElement) {
    const [x1, y1, x2, y2] = [element.x1, element.y1, element.x2, element.y2].map(({baseVal}) => baseVal.value);
    return `M${x1} ${y1}L${x2} ${y2}`;
  }
  return element.getAttribute('d') ?? '';
}

function paintOf(element: SVGElement, style: CSSStyleDeclaration): Pick<Shape, 'fill' | 'stroke' | 'strokeWidth' | 'isHalo'> {
  const stroke = colourOf(style.stroke);
  return {
    fill: style.fill.startsWith('url') ? hatchOf(element) : faded(style.fill, style.fillOpacity),
    stroke: stroke && {...stroke, alpha: stroke.alpha * Number(style.strokeOpacity)},
    strokeWidth: parseFloat(style.strokeWidth),
    isHalo: style.paintOrder.startsWith('stroke')
  };
}

function faded(css: string, opacity: string): Paint | undefined {
  const colour = colourOf(css);
  return colour && {...colour, alpha: colour.alpha * Number(opacity)};
}

/** The only pattern there is: lines on a ground, both coloured by the stylesheet. */
function hatchOf(element: Element): Paint | undefined {
  const pattern = element.closest('.frame')?.querySelector('#hatch');
  const [ground, line] = ['.ground', '.hatch'].map((part) => {
    const node = pattern?.querySelector(part);
    return node && getComputedStyle(node);
  });
  const [below, above] = [ground ? colourOf(ground.fill) : undefined, line ? colourOf(line.stroke) : undefined];
  return below && above ? {ground: below, line: above} : above;
}

function fontOf(style: CSSStyleDeclaration): Pick<Line, 'size' | 'weight' | 'family' | 'spacing'> {
  const {fontSize, fontWeight, fontFamily, letterSpacing} = style;
  return {size: parseFloat(fontSize), weight: fontWeight, family: fontFamily, spacing: parseFloat(letterSpacing) || 0};
}

function svgText(element: SVGTextElement, style: CSSStyleDeclaration, opacity: number): Line[] {
  const ctm = element.getScreenCTM();
  const text = element.textContent.trim();
  if (!ctm || !text) return [];
  const {x, y} = new DOMPoint(element.x.baseVal.getItem(0).value, element.getStartPositionOfChar(0).y).matrixTransform(ctm);
  const align = style.textAnchor === 'middle' ? 'center' : (style.textAnchor === 'end') === (style.direction === 'rtl') ? 'left' : 'right';
  return [{...paintOf(element, style), ...fontOf(style), text, x, y, align, isRtl: style.direction === 'rtl', opacity}];
}

const RTL = /^[^A-Za-z\u00c0-\u058f]*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** The lines of a text as they are broken; what its box cuts off is left out, with an ellipsis. */
function linesOf(node: Text, style: CSSStyleDeclaration, opacity: number): Line[] {
  const fill = colourOf(style.color);
  const font = fontOf(style);
  const ascent = ascentOf(font.size, font.weight, font.family);
  const box = node.parentElement;
  const clip = box && style.overflowX === 'hidden' ? box.getBoundingClientRect() : undefined;
  return linesIn(node).flatMap(({text, left, right, top, bottom}) => {
    if (clip && bottom > clip.bottom + 2) return [];
    const isCut = clip !== undefined && (right > clip.right + 1 || left < clip.left - 1);
    const shown = isCut ? `${text.slice(0, Math.floor((text.length * clip.width) / (right - left)) - 1)}…` : text;
    const isRtl = isRtlAt(box, shown);
    const isEnd = isCut ? isRtl : ['right', isRtl ? 'start' : 'end'].includes(style.textAlign);
    const x = isEnd ? Math.min(right, clip?.right ?? right) : Math.max(left, clip?.left ?? left);
    return [
      {
        ...UNPAINTED,
        ...font,
        fill,
        text: shown,
        width: isCut ? undefined : right - left,
        x,
        y: top + ascent,
        align: isEnd ? 'right' : 'left',
        isRtl,
        opacity
      }
    ];
  });
}

/** Which way a line runs: as its paragraph begins, where the stylesheet leaves it to that. */
function isRtlAt(element: Element | null, text: string): boolean {
  for (let box = element; box; box = box.parentElement) {
    const {unicodeBidi, direction} = getComputedStyle(box);
    if (unicodeBidi === 'plaintext') return RTL.test(box.textContent || text);
    if (unicodeBidi !== 'normal' || !box.parentElement) return direction === 'rtl';
  }
  return false;
}

interface Run {
  text: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Word by word, letter by letter where a word is broken: what stands at one height is one line. */
function linesIn(node: Text): Run[] {
  const range = document.createRange();
  const lines: Run[] = [];
  const add = (start: number, end: number) => {
    range.setStart(node, start);
    range.setEnd(node, end);
    const rects = range.getClientRects();
    if (rects.length > 1 && end - start > 1) {
      for (let at = start; at < end; at++) add(at, at + 1);
      return;
    }
    const [rect] = rects;
    if (!rect || rect.width === 0) return;
    const {left, right, top, bottom} = rect;
    const text = node.data.slice(start, end);
    const line = lines.at(-1);
    if (line && Math.abs(line.top - top) < 2) {
      const gap = /\s/.test(node.data[start - 1] ?? '') ? ' ' : '';
      Object.assign(line, {text: line.text + gap + text, left: Math.min(line.left, left), right: Math.max(line.right, right)});
    } else lines.push({text, left, right, top, bottom});
  };
  for (const {0: word, index} of node.data.matchAll(/[^ \t\r\n]+/g)) add(index, index + word.length);
  return lines;
}
