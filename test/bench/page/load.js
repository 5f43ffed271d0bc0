/**
 * Opens a page in a profile of its own, as a reader who comes for the first time, and says how long it took until all was painted, from the
 * start of the navigation (ms), what it keeps in memory once settled (MB), how long a refresh takes and what it shows in texts.
 */
export async function load(browser, url, isRefreshed) {
  return opened(browser, url, async (page, arrive) => {
    await arrive();
    const painted = await page.evaluate(() => window.bench.painted);
    const memory = await settled(page);
    const read = () => page.evaluate(() => window.bench.texts());
    const texts = await read();
    if (!isRefreshed) return {painted, memory, texts};
    const updated = await page.evaluate(refresh);
    return {painted, memory, texts, updated, textsAfter: await read()};
  });
}

/** The longest task of the main thread until all is painted, in ms. Tracing costs time, so it has a load to itself. */
export async function longestTask(browser, url) {
  return opened(browser, url, async (page, arrive) => {
    await browser.startTracing(page, {categories: ['disabled-by-default-devtools.timeline', 'devtools.timeline', 'blink.user_timing']});
    await arrive();
    await page.evaluate(() => window.bench.painted);
    const {traceEvents} = JSON.parse((await browser.stopTracing()).toString());
    const mark = traceEvents.find(({cat, name}) => cat.includes('blink.user_timing') && name === 'painted');
    const tasks = traceEvents.filter(({name, pid, tid, ts}) => name === 'RunTask' && pid === mark.pid && tid === mark.tid && ts <= mark.ts);
    return Math.max(...tasks.map(({dur = 0}) => dur)) / 1000;
  });
}

/** A blank page of the same address comes first, so that the start of a process is not measured. */
async function opened(browser, url, act) {
  const context = await browser.newContext({viewport: {width: 1320, height: 1000}});
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(120_000);
    const broken = new Promise((_, reject) => page.once('pageerror', reject));
    const arrive = async () => {
      await page.goto(url, {waitUntil: 'commit'});
      // The script of the page has run.
      await page.waitForFunction(() => 'bench' in window);
    };
    await page.goto(new URL('/blank', url).href);
    return await Promise.race([act(page, arrive), broken]);
  } finally {
    await context.close();
  }
}

async function refresh() {
  const start = performance.now();
  return (await window.bench.update()) - start;
}

async function settled(page) {
  const session = await page.context().newCDPSession(page);
  await page.waitForTimeout(500);
  await session.send('HeapProfiler.enable');
  for (let times = 0; times < 2; times++) await session.send('HeapProfiler.collectGarbage');
  const {usedSize, backingStorageSize = 0} = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return (usedSize + backingStorageSize) / 1e6;
}
