import type {Note} from '../dataset/dataset.js';

/** The text of a file, and which encoding was assumed where the file does not say. */
export interface Decoded {
  readonly text: string;
  readonly notes: readonly Note[];
}

/** UTF-16 without a mark: Western text begins with letters whose other byte is NUL. */
function unmarked(bytes: Uint8Array): string | undefined {
  const nuls = Array.from(bytes.subarray(0, 4), (byte) => Number(!byte)).join('');
  return nuls === '0101' ? 'utf-16le' : nuls === '1010' ? 'utf-16be' : undefined;
}

/**
 * Decodes as the byte order mark says, else as UTF-16 where every other byte at the start is NUL, else as UTF-8, else as what Excel writes on Western
 * Windows, in which no byte is wrong.
 */
export function decode(bytes: Uint8Array): Decoded {
  const mark = (bytes[0] << 16) | (bytes[1] << 8) | bytes[2];
  const read = (encoding: string, fatal = false, from = 0) => new TextDecoder(encoding, {fatal}).decode(bytes.subarray(from));
  if (mark >> 8 === 0xfffe) return {text: read('utf-16le'), notes: []};
  if (mark >> 8 === 0xfeff) return {text: read('utf-16be'), notes: []};
  const wide = unmarked(bytes);
  if (wide) return {text: read(wide), notes: [{code: 'utf-16'}]};
  try {
    return {text: read('utf-8', true), notes: []};
  } catch {
    return {text: read('windows-1252', false, mark === 0xefbbbf ? 3 : 0), notes: [{code: 'windows-1252'}]};
  }
}
