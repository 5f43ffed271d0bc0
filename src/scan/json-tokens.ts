import {NotPlain} from './scanned-rows.js';

/** More bytes are needed to say. Buffers end in a 0, which no token of JSON holds. */
export const cut = -1;

export const quote = 34;
export const comma = 44;
export const colon = 58;
export const backslash = 92;
export const openBracket = 91;
export const closeBracket = 93;
export const openBrace = 123;
export const closeBrace = 125;

const utf8 = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true});

/** Where the next token starts. */
export function afterSpace(bytes: Uint8Array, at: number): number {
  while (bytes[at] === 32 || bytes[at] === 10 || bytes[at] === 13 || bytes[at] === 9) at++;
  return at;
}

/** `cut` at the end of the bytes; anywhere else what stands there is not plain JSON. Throws NotPlain. */
export function atEnd(at: number, end: number): number {
  if (at < end) throw new NotPlain();
  return cut;
}

/** Where the string that starts at `at` ends, behind its quote. */
export function stringEnd(bytes: Uint8Array, at: number, end: number): number {
  for (at++; ; at++) {
    const byte = bytes[at];
    if (byte === quote) return at + 1;
    if (byte === backslash) at++;
    if (at >= end || byte < 32) return atEnd(at, end);
  }
}

/** Where any value ends: by its quotes and brackets alone, for JSON.parse to say whether it is one. */
export function valueEnd(bytes: Uint8Array, at: number, end: number): number {
  let depth = 0;
  for (;;) {
    const byte = bytes[at];
    if (at >= end) return cut;
    if (byte === quote) {
      at = stringEnd(bytes, at, end);
      if (at === cut) return cut;
    } else {
      if (byte === openBrace || byte === openBracket) depth++;
      else if (byte === closeBrace || byte === closeBracket) depth--;
      at++;
    }
    if (depth > 0) continue;
    if (depth < 0) throw new NotPlain();
    if (byte === quote || byte === closeBrace || byte === closeBracket) return at;
    // A number or a word ends before what parts values.
    const next = bytes[at];
    if (next === comma || next === closeBrace || next === closeBracket || next <= 32) return at < end ? at : cut;
  }
}

/** The value of the JSON between two places. Throws SyntaxError, or TypeError where it is no UTF-8. */
export function parsed(bytes: Uint8Array, start: number, end: number): unknown {
  return JSON.parse(utf8.decode(bytes.subarray(start, end)));
}
