import type {LitElement, ReactiveController} from 'lit';
import type {TrendView} from '../../view/trend.js';

interface Host extends LitElement {
  readonly group?: string | undefined;
}

/** Those of the trends on the page. */
const crosshairs = new Set<Crosshair>();

/** The bucket that a reader points at, by pointer or by keys. Trends of the same `group` point at the same one. */
export class Crosshair implements ReactiveController {
  /** Which of them is pointed at. */
  active?: number | undefined;
  /** It is pointed at in another trend of the group, which is the one to be heard. */
  isEcho = false;
  readonly #host: Host;
  readonly #choose: (key: string, name: string) => void;
  /** Those there are to point at. */
  #buckets: TrendView['buckets'] = [];
  #rows: TrendView['table']['rows'] = [];

  constructor(host: Host, choose: (key: string, name: string) => void) {
    this.#host = host;
    this.#choose = choose;
    host.addController(this);
  }

  hostConnected(): void {
    crosshairs.add(this);
  }

  hostDisconnected(): void {
    crosshairs.delete(this);
  }

  /** The buckets there are from now on. The one pointed at stays so, wherever it stands now; of one that is gone is let go. */
  show({buckets, table}: TrendView): void {
    const key = this.#keyAt(this.active);
    this.#buckets = buckets;
    this.#rows = table.rows;
    this.active = this.#placeOf(key);
  }

  readonly choose = (): void => {
    const key = this.#keyAt(this.active);
    if (key !== undefined) this.#choose(key, this.#rows[this.active ?? 0][0]);
  };

  readonly point = ({clientX, currentTarget}: PointerEvent): void => {
    const {left, width} = (currentTarget as Element).getBoundingClientRect();
    const share = (clientX - left) / width;
    this.#goTo(Math.floor((this.#isRtl ? 1 - share : share) * this.#buckets.length));
  };

  readonly enter = (): void => {
    if (this.active === undefined) this.#goTo(Infinity);
  };

  readonly leave = (event: Event): void => {
    // A finger that is lifted leaves what it pointed at to be read.
    if (!(event instanceof PointerEvent && event.pointerType === 'touch')) this.#share(undefined);
  };

  readonly walk = (event: KeyboardEvent): void => {
    const {length} = this.#buckets;
    const forward = this.#isRtl ? -1 : 1;
    const step = {ArrowLeft: -forward, ArrowRight: forward, Home: -length, End: length}[event.key];
    if (step) this.#goTo((this.active ?? length - 1) + step);
    else if (event.key === 'Enter' || event.key === ' ') this.choose();
    else if (event.key === 'Escape' && this.active !== undefined) this.#share(undefined);
    else return;
    event.preventDefault();
  };

  get #isRtl(): boolean {
    return this.#host.matches(':dir(rtl)');
  }

  #goTo(index: number): void {
    this.#share(Math.max(0, Math.min(index, this.#buckets.length - 1)));
  }

  /** Points at a bucket, and so do the trends of the same group that have it. */
  #share(index: number | undefined): void {
    this.#set(index, false);
    const {group} = this.#host;
    const key = this.#keyAt(index);
    for (const other of crosshairs) {
      if (other !== this && group && other.#host.group === group) other.#set(other.#placeOf(key), true);
    }
  }

  #keyAt(index: number | undefined): string | undefined {
    return this.#buckets[index ?? -1]?.key;
  }

  #placeOf(key: string | undefined): number | undefined {
    const place = this.#buckets.findIndex((bucket) => bucket.key === key);
    return place < 0 ? undefined : place;
  }

  #set(index: number | undefined, isEcho: boolean): void {
    if (index === this.active && isEcho === this.isEcho) return;
    Object.assign(this, {active: index, isEcho});
    this.#host.requestUpdate();
  }
}
