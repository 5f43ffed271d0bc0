/** What is made of something, made once and kept as long as that is. */
export function remembered<K extends WeakKey, V>(make: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, {readonly value: V}>();
  return (key) => {
    let found = known.get(key);
    if (!found) known.set(key, (found = {value: make(key)}));
    return found.value;
  };
}
