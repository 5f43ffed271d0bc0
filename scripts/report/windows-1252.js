/** What the bytes from 0x80 to 0x9f are there; a byte that is no letter stays what it is. */
const letters = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

// Some versions of Node read them as the control characters of Latin-1, for which a row would be left out that a browser reads.
if (new TextDecoder('windows-1252').decode(Uint8Array.of(0x80)) !== letters[0]) {
  const {decode} = TextDecoder.prototype;
  TextDecoder.prototype.decode = function (...given) {
    const text = decode.apply(this, given);
    return this.encoding === 'windows-1252' ? text.replace(/[\x80-\x9f]/g, (letter) => letters[letter.charCodeAt(0) - 0x80]) : text;
  };
}
