import type {PackedWords} from '../dataset/column.js';

/** The texts that lie one behind the other. Throws TypeError where the bytes are no UTF-8. */
export function wordsOf({bytes, ends}: Pick<PackedWords, 'bytes' | 'ends'>): string[] {
  const isAscii = bytes.every((byte) => byte < 128);
  const text = new TextDecoder(isAscii ? 'latin1' : 'utf-8', {fatal: true, ignoreBOM: true}).decode(bytes);
  const words: string[] = [];
  let [byte, at] = [0, 0];
  for (const end of ends) {
    const start = at;
    if (isAscii) at = end;
    else
      for (; byte < end; byte++) {
        // A character of four bytes is two of the text's units; a byte within a character is none.
        if (bytes[byte] >> 6 !== 2) at += bytes[byte] < 0xf0 ? 1 : 2;
      }
    words.push(text.slice(start, at));
  }
  return words;
}
