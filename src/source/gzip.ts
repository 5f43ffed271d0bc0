/** Few enough that a bomb, a thousand times as large unpacked, is noticed while it is small. */
const pieceBytes = 16_384;

/** A body whose bytes are no gzip though they begin like it. */
class BadGzip extends Error {
  override readonly name = 'BadGzip';
}

/** The bytes of a body as they were before they were packed, if they were: told by the bytes, since names and types may say anything. */
export async function* unpacked(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  const reader = body.getReader();
  let {value} = await reader.read();
  // No text begins like this, so one byte would do.
  if (value?.[0] !== 0x1f || (value[1] ?? 0x8b) !== 0x8b) {
    for (; value; {value} = await reader.read()) yield value;
    return;
  }
  let isCut = false;
  const pieces = new ReadableStream<BufferSource>({
    async pull(controller) {
      if (!value?.length)
        try {
          ({value} = await reader.read());
        } catch (error) {
          isCut = true;
          throw error;
        }
      if (!value) {
        controller.close();
        return;
      }
      controller.enqueue(value.slice(0, pieceBytes));
      value = value.subarray(pieceBytes);
    },
    cancel: (reason) => reader.cancel(reason)
  });
  const plain = pieces.pipeThrough(new DecompressionStream('gzip')).getReader();
  try {
    for (let {value: chunk} = await plain.read(); chunk; {value: chunk} = await plain.read()) yield chunk;
  } catch (cause) {
    throw isCut ? cause : new BadGzip('', {cause});
  } finally {
    void plain.cancel().catch(() => undefined);
  }
}
