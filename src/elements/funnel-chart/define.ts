import {FunnelChart} from './funnel-chart.js';

if (!customElements.get('funnel-chart')) customElements.define('funnel-chart', FunnelChart);

declare global {
  interface HTMLElementTagNameMap {
    'funnel-chart': FunnelChart;
  }
}

export * from './funnel-chart.js';
