import {figures} from './figures.js';
import {widgets} from './widgets.js';

/** When what has been drawn so far is on the screen, in milliseconds since navigation began. */
export function painted() {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const {port1, port2} = new MessageChannel();
      port1.onmessage = () => {
        const at = performance.now();
        performance.mark('painted');
        resolve(at);
      };
      port2.postMessage(0);
    });
  });
}

/** A page that fetches rows, computes by hand and draws with `draw(widgets)`, which is called again with new ones after a change. */
export function start(draw, drawn) {
  const {source, board} = document.body.dataset;
  const show = async () => {
    const {deals} = await (await fetch(source, {cache: 'no-cache'})).json();
    draw(widgets(figures(deals, board === 'fifty')));
    return painted();
  };
  window.bench = {painted: show(), update: show, texts: () => drawn?.()};
}
