/** What a shape is filled or drawn with: a colour, or the hatch of what is not over yet. */
export type Paint = Colour | {readonly ground: Colour; readonly line: Colour};

/** `#rrggbb` and an opacity: what every program that opens an SVG understands. */
export interface Colour {
  readonly hex: string;
  readonly alpha: number;
}

interface Painted {
  readonly fill: Paint | undefined;
  readonly stroke: Colour | undefined;
  readonly strokeWidth: number;
  /** The stroke lies behind the fill. */
  readonly isHalo: boolean;
  readonly opacity: number;
}

/** An outline in units of its own, and the way from there to px. Strokes are in px. */
export interface Shape extends Painted {
  readonly path: string;
  readonly matrix: readonly [number, number, number, number, number, number];
  readonly dashes: readonly number[];
  readonly isRound: boolean;
}

/** One line of text; `x` is its edge or its middle, `y` its baseline, whichever way it runs. */
export interface Line extends Painted {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** What the browser gave it, digits of one width and all; undefined where nothing depends on it. */
  readonly width?: number | undefined;
  readonly align: 'left' | 'right' | 'center';
  readonly isRtl: boolean;
  readonly size: number;
  readonly weight: string;
  readonly family: string;
  readonly spacing: number;
}

/** A drawing that needs nothing else: what an element looks like, in px, to be drawn into `width` x `height` of them. */
export interface Picture {
  readonly title: string;
  readonly width: number;
  readonly height: number;
  readonly room: {readonly width: number; readonly height: number};
  readonly background: Colour | undefined;
  readonly marks: readonly (Shape | Line)[];
}
