import {KpiCard} from './kpi-card.js';

if (!customElements.get('kpi-card')) customElements.define('kpi-card', KpiCard);

declare global {
  interface HTMLElementTagNameMap {
    'kpi-card': KpiCard;
  }
}

export * from './kpi-card.js';
