import {BarController, BarElement, CategoryScale, Chart, LinearScale, LineController, LineElement, PointElement, Tooltip} from 'chart.js';
import {charts} from './charts.js';
import {element} from './nodes.js';

Chart.register(BarController, BarElement, CategoryScale, LinearScale, LineController, LineElement, PointElement, Tooltip);

charts(({kind, type, names, series}, section) => {
  const isFlat = kind !== 'trend';
  const datasets = (shown) =>
    shown.map(({name, color, values}) => ({label: name, data: values, backgroundColor: color, borderColor: color}));
  const chart = new Chart(element(element(section, 'div'), 'canvas'), {
    type,
    data: {labels: names, datasets: datasets(series)},
    options: {
      animation: false,
      maintainAspectRatio: false,
      indexAxis: isFlat ? 'y' : 'x',
      scales: {x: {stacked: isFlat}, y: {stacked: isFlat}}
    }
  });
  return (next) => {
    chart.data = {labels: next.names, datasets: datasets(next.series)};
    chart.update('none');
  };
});
