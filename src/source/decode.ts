import type {Note} from '../dataset/dataset.js';

/** The text of a file, and which encoding was assumed where the file does not say. */
export interface Decoded {
  readonly text: string;
  readonly notes: readonly Note[];
}

/** So many bytes tell how the rest is written. */
const looked = 1000;

/** How often every other byte is NUL, from the first or the second one on. */
function nuls(bytes: Uint8Array, from: 0 | 1): number {
  let [count, all] = [0, 0];
  for (let at = from; at < Math.min(bytes.length, looked); at += 2, all++) if (!bytes[at]) count++;
  return count / all;
}

/** UTF-16 without a mark: Western text has NUL in every other byte and hardly one elsewhere. */
function unmarked(bytes: Uint8Array): string | undefined {
  const [even, odd] = [nuls(bytes, 0), nuls(bytes, 1)];
  return odd > 0.5 && even < 0.05 ? 'utf-16le' : even > 0.5 && odd < 0.05 ? 'utf-16be' : undefined;
}

/**
 * Decodes as the byte order mark says, else as UTF-16 where every other byte is NUL, else as UTF-8, else as what Excel writes on Western
 * Windows, in which no byte is wrong.
 */
export function decode(bytes: Uint8Array): Decoded {
  const mark = (bytes[0] << 16) | (bytes[1] << 8) | bytes[2];
  const read = (encoding: string, fatal = false) => new TextDecoder(encoding, {fatal}).decode(bytes);
  if (mark >> 8 === 0xfffe) return {text: read('utf-16le'), notes: []};
  if (mark >> 8 === 0xfeff) return {text: read('utf-16be'), notes: []};
  const wide = unmarked(bytes);
  if (wide) return {text: read(wide), notes: [{code: 'utf-16'}]};
  try {
    return {text: read('utf-8', mark !== 0xefbbbf), notes: []};
  } catch {
    return {text: read('windows-1252'), notes: [{code: 'windows-1252'}]};
  }
}
