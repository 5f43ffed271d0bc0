/**
 * Lets a test ask the browser, through its debugger, what is left after a collection of garbage: instances of an element, listeners, nodes and
 * bytes; or how many bytes there are at most while something goes on. A page cannot see that itself.
 */
export const heapPlugin = {
  name: 'heap',
  async executeCommand({command, payload: tag, session}) {
    if (!command.startsWith('heap')) return undefined;
    const client = await session.browser.getPage(session.id).createCDPSession();
    const used = async () => {
      const {usedSize, backingStorageSize} = await client.send('Runtime.getHeapUsage');
      return usedSize + backingStorageSize;
    };
    try {
      if (command === 'heap-peak') {
        await client.send('HeapProfiler.collectGarbage');
        const first = await used();
        let most = first;
        for (const end = Date.now() + 1500; Date.now() < end;) most = Math.max(most, await used());
        return {first, most};
      }
      // What one collection sets free may hold more.
      for (let round = 0; round < 3; round++) await client.send('HeapProfiler.collectGarbage');
      const expression = `customElements.get(${JSON.stringify(tag)}).prototype`;
      const {result: prototype} = await client.send('Runtime.evaluate', {expression, objectGroup: 'heap'});
      const {objects} = await client.send('Runtime.queryObjects', {prototypeObjectId: prototype.objectId, objectGroup: 'heap'});
      const {result} = await client.send('Runtime.callFunctionOn', {
        objectId: objects.objectId,
        functionDeclaration: 'function () { return this.length; }',
        returnByValue: true
      });
      await client.send('Runtime.releaseObjectGroup', {objectGroup: 'heap'});
      const {nodes, jsEventListeners: listeners} = await client.send('Memory.getDOMCounters');
      await client.send('HeapProfiler.collectGarbage');
      const {usedSize: bytes} = await client.send('Runtime.getHeapUsage');
      return {live: result.value, nodes, listeners, bytes};
    } finally {
      await client.detach();
    }
  }
};
