/*
 * The first script of a page: keeps what it needs before anybody changes it, notes what goes wrong from the start, and tells the page around, once all
 * elements have come to rest, what they show.
 */
(() => {
  const {parent, setTimeout, performance, customElements} = window;
  const post = parent.postMessage.bind(parent);
  const problems = [];
  const words = 'kpi-card, kpi-trend, rep-leaderboard, funnel-chart';
  addEventListener('securitypolicyviolation', ({violatedDirective, blockedURI, sample}) =>
    problems.push(`violation: ${violatedDirective} ${blockedURI} ${sample}`)
  );
  addEventListener('error', ({message}) => problems.push(`error: ${message}`));
  addEventListener('unhandledrejection', ({reason}) => problems.push(`rejection: ${reason}`));
  const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  // What before.js puts elsewhere it names here.
  window.hosts = () => [...document.querySelectorAll(words)];

  addEventListener('load', async () => {
    const isDefined = await Promise.race([customElements.whenDefined('kpi-card').then(() => true), wait(1500).then(() => false)]);
    const all = window.hosts();
    const rest = async (element) => {
      await element.updateComplete;
      await element.loadComplete;
      await wait(100);
      await element.updateComplete;
    };
    if (isDefined) await Promise.race([Promise.allSettled(all.map(rest)), wait(8000)]);
    await wait(50);
    post(
      {
        texts: all.map(({localName, shadowRoot}) => [localName, shadowRoot?.textContent.replace(/\s+/g, ' ').trim()].join(' ')),
        problems,
        requests: performance.getEntriesByType('resource').map(({name}) => name)
      },
      '*'
    );
  });
})();
