import {card} from './card.js';
import {place} from './nodes.js';
import {start} from './start.js';

/** The page of a chart library: `draw(chart, section)` draws one and gives what draws it anew. It gets the figures of the loop and has nothing to compute. */
export function charts(draw) {
  let drawn;
  start((widgets) => {
    if (drawn) {
      widgets.forEach((widget, index) => drawn[index](widget.kind === 'card' ? widget : chartOf(widget)));
      return;
    }
    drawn = widgets.map((widget) => {
      const section = place(widget.kind, widget.heading);
      if (widget.kind !== 'card') return draw(chartOf(widget), section);
      const show = card(section);
      show(widget);
      return show;
    });
  });
}

function chartOf({kind, isLine, buckets, rows}) {
  if (kind === 'trend')
    return {
      kind,
      type: isLine ? 'line' : 'bar',
      names: buckets.map(({name, year}) => (year ? `${name} ${year}` : name)),
      series: [{name: 'value', color: '#4269d0', values: buckets.map(({value}) => value)}]
    };
  if (kind === 'ranking')
    return {
      kind,
      type: 'bar',
      names: rows.map(({name}) => name),
      series: [{name: 'value', color: '#4269d0', values: rows.map(({value}) => value)}]
    };
  return {
    kind,
    type: 'bar',
    names: rows.map(({stage}) => stage),
    series: Object.entries({advanced: '#4269d0', open: '#9db3e8', lost: '#ddd'}).map(([name, color]) => ({
      name,
      color,
      values: rows.map((row) => row[name])
    }))
  };
}
