import {element, shape} from './nodes.js';

/** A card by hand, which the chart libraries have none of: the figure, its change, the months that led up to it over those of a year before. */
export function card(section) {
  const value = element(section, 'p');
  value.className = 'value';
  value.dataset.figure = '';
  const change = element(section, 'p');
  change.dataset.figure = '';
  const svg = shape(section, 'svg', {viewBox: '0 0 100 38', preserveAspectRatio: 'none'});
  const [before, actual] = ['before', 'line'].map((name) => shape(svg, 'path', {class: name}));
  return (shown) => {
    value.textContent = shown.value;
    change.textContent = shown.change;
    const known = [...shown.actual, ...shown.before].filter((each) => each !== null);
    const [low, high] = [Math.min(...known), Math.max(...known)];
    const path = (values) =>
      values.reduce((so, each, index) => {
        if (each === null) return so;
        return `${so}${so ? 'L' : 'M'}${(index / (values.length - 1)) * 100},${36 - ((each - low) / (high - low || 1)) * 34}`;
      }, '');
    before.setAttribute('d', path(shown.before));
    actual.setAttribute('d', path(shown.actual));
  };
}
