import {card} from './card.js';
import {element, place, shape} from './nodes.js';
import {start} from './start.js';

// The four visuals by hand: nodes made once, attributes and text changed after that.

const draws = {card, trend, ranking, funnel};
let drawn;

start(
  (widgets) => {
    drawn ??= widgets.map(({kind, heading}) => draws[kind](place(kind, heading)));
    widgets.forEach((widget, index) => drawn[index](widget));
  },
  () =>
    Array.from(document.querySelectorAll('section'), (section) =>
      Array.from(section.querySelectorAll(':not([hidden]) > [data-figure]'), ({textContent}) => textContent)
    )
);

const [width, height, bottom] = [600, 200, 180];

function trend(section) {
  const svg = shape(section, 'svg', {viewBox: `0 0 ${width} ${height + 30}`});
  const lines = Array.from({length: 5}, () => [
    shape(svg, 'line', {x1: 40, x2: width, class: 'grid'}),
    shape(svg, 'text', {x: 36, 'text-anchor': 'end'})
  ]);
  const slot = (width - 44) / 24;
  const columns = Array.from({length: 24}, (_, index) => {
    const middle = 44 + (index + 0.5) * slot;
    const mark = shape(svg, 'rect', {x: middle - slot * 0.35, width: slot * 0.7, class: 'actual'});
    const title = shape(mark, 'title', {'data-figure': ''});
    return [mark, title, shape(svg, 'text', {x: middle, y: height, 'text-anchor': 'middle'}), middle];
  });
  const path = shape(svg, 'path', {class: 'line'});
  return ({buckets, isLine}) => {
    const largest = Math.max(...buckets.map(({value}) => value ?? 0));
    const step = niceStep(largest / 4);
    const y = (value) => bottom - (value / (step * 4)) * (bottom - 10);
    lines.forEach(([line, text], index) => {
      line.setAttribute('y1', y(index * step));
      line.setAttribute('y2', y(index * step));
      text.setAttribute('y', y(index * step) + 4);
      text.textContent = isLine ? `${Math.round(index * step * 100)}%` : `${(index * step) / 1e6}M`;
    });
    let points = '';
    buckets.forEach(({name, year, value, text}, index) => {
      const [mark, title, label, middle] = columns[index];
      if (isLine) points += `${points ? 'L' : 'M'}${middle},${y(value ?? 0)}`;
      else {
        mark.setAttribute('y', y(value));
        mark.setAttribute('height', bottom - y(value));
      }
      title.textContent = text;
      label.textContent = year ? `${name} ${year}` : name;
    });
    path.setAttribute('d', points);
  };
}

function niceStep(rough) {
  const power = 10 ** Math.floor(Math.log10(rough));
  return [1, 2, 2.5, 5, 10].find((factor) => factor * power >= rough) * power;
}

function ranking(section) {
  const table = element(section, 'table');
  const rows = Array.from({length: 22}, () => {
    const row = element(table, 'tr');
    const [rank, name, bar, value] = ['td', 'th', 'td', 'td'].map((tag) => element(row, tag));
    const mark = shape(shape(bar, 'svg', {height: 12, width: 160}), 'rect', {height: 12, class: 'actual'});
    value.dataset.figure = '';
    return (shown, share) => {
      row.hidden = !shown;
      if (!shown) return;
      rank.textContent = shown.place;
      name.textContent = shown.name;
      mark.setAttribute('width', 160 * share);
      value.textContent = shown.text;
    };
  });
  return ({rows: shown, others, total}) => {
    const largest = shown[0]?.value ?? 1;
    rows.forEach((row, index) => {
      const each = [...shown, ...(others ? [others] : []), total][index];
      row(each, index < shown.length ? each.value / largest : 0);
    });
  };
}

function funnel(section) {
  const stages = Array.from({length: 6}, () => {
    const row = element(section, 'div');
    const label = element(row, 'span');
    const svg = shape(row, 'svg', {height: 20, width: 300});
    const parts = ['actual', 'open', 'lost'].map((name) => shape(svg, 'rect', {height: 20, class: name}));
    const count = element(row, 'b');
    count.dataset.figure = '';
    return {label, parts, count, step: element(row, 'span')};
  });
  return ({rows}) => {
    rows.forEach(({stage, count, open, lost, advanced, share, text}, index) => {
      const {label, parts, count: node, step} = stages[index];
      label.textContent = stage;
      let x = 0;
      [advanced, open, lost].forEach((part, which) => {
        const length = count ? (300 * share * part) / count : 0;
        parts[which].setAttribute('x', x);
        parts[which].setAttribute('width', length);
        x += length;
      });
      node.textContent = text;
      step.textContent = index && rows[index - 1].count ? `${Math.round((100 * count) / rows[index - 1].count)}%` : '';
    });
  };
}
