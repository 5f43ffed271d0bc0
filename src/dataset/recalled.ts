import {remembered} from './remembered.js';

/** A page looks at a few parts of its data at a time, each from many sides. */
const KEPT = 4;

/** What is made of something and some keys, made once for the few keys that were asked for last. */
export function recalled<V>(): (of: WeakKey, keys: readonly unknown[], make: () => V) => V {
  const recentOf = remembered((_: WeakKey): {keys: readonly unknown[]; value: V}[] => []);
  return (of, keys, make) => {
    const recent = recentOf(of);
    const found = recent.find((one) => one.keys.every((key, place) => key === keys[place])) ?? {keys, value: make()};
    recent.splice(0, KEPT, found, ...recent.filter((one) => one !== found).slice(0, KEPT - 1));
    return found.value;
  };
}
