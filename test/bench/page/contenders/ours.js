import {painted} from './start.js';

// Our elements stand in the page; nothing is to be done but to wait for them.

const elements = () => [...document.querySelectorAll('kpi-card, kpi-trend, rep-leaderboard, funnel-chart')];
const shown = async () => {
  await Promise.all(elements().map((element) => element.loadComplete));
  return painted();
};

const update = () => {
  for (const element of elements()) void element.refresh();
  return shown();
};

/** What a reader sees, element by element; of a trend what it reads out as the arrow keys walk it. Throws what an element says it cannot show. */
async function texts() {
  const all = [];
  for (const element of elements()) {
    const nodes = (selector) => [...element.shadowRoot.querySelectorAll(selector)];
    const parts = (selector) => nodes(selector).map(({textContent}) => textContent.replace(/\s+/g, ' ').trim());
    if (!element.result) throw new Error(parts('[part=message]').join(' ') || 'nothing shown');
    switch (element.localName) {
      case 'kpi-card':
        all.push([...parts('[part=value] .spoken'), ...parts('[part=change] b').map((text) => text.replace(/^\S+ /, ''))]);
        break;
      case 'rep-leaderboard':
        all.push(parts('[part=value] .spoken'));
        break;
      case 'funnel-chart':
        all.push(parts('[part=count]'));
        break;
      default:
        all.push(await walked(element));
    }
  }
  return all;
}

async function walked(trend) {
  const texts = [];
  const press = (key) => trend.shadowRoot.querySelector('[part=chart]').dispatchEvent(new KeyboardEvent('keydown', {key}));
  for (let key = 'Home'; texts.length < 24; key = 'ArrowRight') {
    press(key);
    await trend.updateComplete;
    texts.push(trend.shadowRoot.querySelector('[part=readout] b').textContent.trim());
  }
  press('Escape');
  return texts;
}

window.bench = {painted: shown(), update, texts};
