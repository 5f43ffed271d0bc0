/** A value (a string may be cut off by the end) or a mark. */
const token =
  /\s*(?:("[^"\\\p{Cc}]*(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})[^"\\\p{Cc}]*)*(?:"|$)|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|[a-z]+)|([[\]{},:]))/uy;

function isWord(text: string, cut: boolean): boolean {
  return ['true', 'false', 'null'].some((word) => text === word || (cut && word.startsWith(text)));
}

/** Bytes of the text in UTF-8; half a surrogate pair counts two. */
function bytes(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    count += code < 0x80 ? 1 : code < 0x800 || (code >= 0xd800 && code < 0xe000) ? 2 : 3;
  }
  return count;
}

/** The byte at which a text stops being JSON: engines tell it in different words, or not at all. */
export function jsonStop(text: string): number {
  const open: string[] = [];
  let expected: 'value' | 'key' | 'colon' | 'next' = 'value';
  let opened = false;
  let end = 0;
  token.lastIndex = 0;
  for (let match; (match = token.exec(text)); end = token.lastIndex) {
    const [, value = '', mark = ''] = match;
    const inside = open.at(-1);
    if (/^[a-z]/.test(value) && !isWord(value, token.lastIndex === text.length)) break;
    if (mark && mark === inside && (opened || expected === 'next')) {
      open.pop();
      expected = 'next';
      opened = false;
      continue;
    }
    opened = false;
    if (expected === 'value' && (mark === '[' || mark === '{')) {
      open.push(mark === '[' ? ']' : '}');
      expected = mark === '[' ? 'value' : 'key';
      opened = true;
    } else if (expected === 'value' && value) expected = 'next';
    else if (expected === 'key' && value.startsWith('"')) expected = 'colon';
    else if (expected === 'colon' && mark === ':') expected = 'value';
    else if (expected === 'next' && mark === ',' && inside) expected = inside === ']' ? 'value' : 'key';
    else break;
  }
  return bytes(text.slice(0, end + text.slice(end).search(/\S|$/)));
}
