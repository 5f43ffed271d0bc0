import {RepLeaderboard} from './rep-leaderboard.js';

if (!customElements.get('rep-leaderboard')) customElements.define('rep-leaderboard', RepLeaderboard);

declare global {
  interface HTMLElementTagNameMap {
    'rep-leaderboard': RepLeaderboard;
  }
}

export * from './rep-leaderboard.js';
