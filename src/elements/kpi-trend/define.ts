import {KpiTrend} from './kpi-trend.js';

if (!customElements.get('kpi-trend')) customElements.define('kpi-trend', KpiTrend);

declare global {
  interface HTMLElementTagNameMap {
    'kpi-trend': KpiTrend;
  }
}

export * from './kpi-trend.js';
