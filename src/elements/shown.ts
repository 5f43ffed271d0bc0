import type {Dataset} from '../dataset/dataset.js';
import type {Query, Scope} from '../kpi/query.js';
import type {Figures} from '../source/computing.js';
import type {Format} from '../view/format.js';
import type {FrameView} from './frame.js';

/** What an element shows at a moment, and what it was computed from. */
export interface Shown {
  readonly element: HTMLElement;
  /** What computed it: what loads on demand has no copy of its own. */
  readonly figures: Figures;
  readonly view: FrameView;
  readonly dataset: Dataset;
  readonly format: Format;
  readonly query: Scope & Partial<Query>;
  /** When the records were complete, in milliseconds since 1970. */
  readonly loadedAt: number;
}

/** How a picture of an element is made. */
export interface PictureOptions {
  /** In px. Default 1280 x 720, which is 16:9. Letters are as large as the room allows. */
  readonly width?: number;
  readonly height?: number;
  /** Of a PNG: pixels a px. Default 2. */
  readonly scale?: number;
  /** The colours for a light or a dark slide; default those on the page. */
  readonly scheme?: 'light' | 'dark';
  /** Default the surface of the element; `none` lets the slide through. */
  readonly background?: 'surface' | 'none';
}
