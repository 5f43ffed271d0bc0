/** The text of a file: as its byte order mark says, else UTF-8, else what Excel writes on Western Windows, in which no byte is wrong. */
export function decode(bytes: Uint8Array): string {
  const mark = (bytes[0] << 16) | (bytes[1] << 8) | bytes[2];
  const read = (encoding: string, fatal = false) => new TextDecoder(encoding, {fatal}).decode(bytes);
  if (mark >> 8 === 0xfffe) return read('utf-16le');
  if (mark >> 8 === 0xfeff) return read('utf-16be');
  try {
    return read('utf-8', mark !== 0xefbbbf);
  } catch {
    return read('windows-1252');
  }
}
