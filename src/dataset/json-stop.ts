/** A string (the end may cut it off), another scalar, or a mark. */
const token =
  /\s*("[^"\\\p{Cc}]*(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})[^"\\\p{Cc}]*)*(?:"|$)|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|[[\]{},:])/uy;

/** The byte of UTF-8 at which a text stops being JSON: engines tell it in different words, or not at all. */
export function jsonStop(text: string): number {
  /** The brackets that are open. */
  let open = '';
  /** What may come: a value, a key (capitals: or the end of what has just been opened), a colon, or the next entry. */
  let expected = 'v';
  let end = 0;
  token.lastIndex = 0;
  for (let match; (match = token.exec(text)); end = token.lastIndex) {
    const [first] = match[1];
    const inArray = open.endsWith('[');
    if ('nVK'.includes(expected) && open && first === (inArray ? ']' : '}')) {
      open = open.slice(0, -1);
      expected = 'n';
    } else if ('vV'.includes(expected) && '[{'.includes(first)) {
      open += first;
      expected = first === '[' ? 'V' : 'K';
    } else if ('vV'.includes(expected) && !']},:'.includes(first)) expected = 'n';
    else if ('kK'.includes(expected) && first === '"') expected = ':';
    else if (expected === ':' && first === ':') expected = 'v';
    else if (expected === 'n' && first === ',' && open) expected = inArray ? 'v' : 'k';
    else break;
  }
  let bytes = 0;
  for (const character of text.slice(0, end + text.slice(end).search(/\S|$/))) {
    const code = character.codePointAt(0) ?? 0;
    bytes += 1 + Number(code > 0x7f) + Number(code > 0x7ff) + Number(code > 0xffff);
  }
  return bytes;
}
