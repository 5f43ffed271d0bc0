import {BarChart, LineChart} from 'echarts/charts';
import {GridComponent, TooltipComponent} from 'echarts/components';
import {init, use} from 'echarts/core';
import {CanvasRenderer} from 'echarts/renderers';
import {charts} from './charts.js';
import {element} from './nodes.js';

use([BarChart, LineChart, GridComponent, TooltipComponent, CanvasRenderer]);

charts(({kind, ...first}, section) => {
  const chart = init(element(section, 'div'), null, {width: 600, height: 260});
  const isFlat = kind !== 'trend';
  const show = ({type, names, series}) => {
    const categories = {type: 'category', data: names, inverse: isFlat};
    chart.setOption({
      animation: false,
      tooltip: {},
      xAxis: isFlat ? {type: 'value'} : categories,
      yAxis: isFlat ? categories : {type: 'value'},
      series: series.map(({name, color, values}) => ({type, name, data: values, color, stack: isFlat ? 'all' : undefined}))
    });
  };
  show(first);
  return show;
});
