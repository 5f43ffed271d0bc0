import UPlot from 'uplot';
import css from 'uplot/dist/uPlot.min.css?inline';
import {charts} from './charts.js';
import {element} from './nodes.js';

const sheet = new CSSStyleSheet();
sheet.replaceSync(css);
document.adoptedStyleSheets = [sheet];

// uPlot draws columns, not flat bars, and stacks nothing by itself: stacked values are summed before.

charts(({kind, type, names, series}, section) => {
  const data = (shown) => {
    const stacked = shown.series.map(({values}) => values);
    if (kind === 'funnel')
      for (let at = 1; at < stacked.length; at++) stacked[at] = stacked[at].map((value, index) => value + stacked[at - 1][index]);
    return [shown.names.map((_, index) => index), ...stacked.reverse()];
  };
  const paths = type === 'bar' ? UPlot.paths.bars({size: [0.7]}) : undefined;
  const chart = new UPlot(
    {
      width: 600,
      height: 260,
      legend: {show: false},
      scales: {x: {time: false, range: [-0.5, names.length - 0.5]}, y: {range: type === 'bar' ? [0, null] : undefined}},
      axes: [{values: (_, splits) => splits.map((split) => names[split] ?? '')}, {}],
      series: [
        {},
        ...[...series].reverse().map(({name, color}) => ({label: name, stroke: color, fill: paths && color, paths, points: {show: false}}))
      ]
    },
    data({names, series}),
    element(section, 'div')
  );
  return (next) => chart.setData(data(next));
});
