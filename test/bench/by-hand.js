import {reps, stages} from './columns.js';

/**
 * The figures of the dashboard in one pass written for them: windows are `{start, end}` in milliseconds, `months` their starts and the end of the
 * last. It knows nothing of missing rates, splits, histories, zones or issues.
 */
export function byHand(columns, {quarter, before, months, created}) {
  const [status, owner, stage] = ['status', 'ownerId', 'stage'].map((name) => columns.get(name).codes);
  const [closedAt, createdAt] = ['closedAt', 'createdAt'].map((name) => columns.get(name).ms);
  const amounts = columns.get('amount').units;
  const decided = [0, 0, 0, 0];
  const byMonth = new Float64Array(months.length - 1);
  const byRep = new Float64Array(reps);
  const reached = new Float64Array(stages.length);
  const [first, last] = [months[0], months[months.length - 1]];
  for (let row = 0; row < amounts.length; row++) {
    const state = status[row];
    const closed = closedAt[row];
    if (state !== 0) {
      const isWon = state === 1;
      const amount = amounts[row];
      if (closed >= quarter.start && closed < quarter.end) {
        decided[0]++;
        if (isWon) {
          decided[1]++;
          byRep[owner[row]] += amount;
        }
      } else if (closed >= before.start && closed < before.end) {
        decided[2]++;
        if (isWon) decided[3]++;
      }
      if (isWon && closed >= first && closed < last) {
        let month = 0;
        while (closed >= months[month + 1]) month++;
        byMonth[month] += amount;
      }
    }
    const born = createdAt[row];
    if (born >= created.start && born < created.end) reached[state === 0 ? stage[row] : state === 1 ? 5 : 4]++;
  }
  // Who reached a stage came through those before it.
  for (let place = stages.length - 2; place >= 0; place--) reached[place] += reached[place + 1];
  return {
    winRate: decided[1] / decided[0],
    winRateBefore: decided[3] / decided[2],
    months: Array.from(byMonth, (cents) => cents / 100),
    reps: Array.from(byRep, (cents) => cents / 100).sort((a, b) => b - a),
    reached: Array.from(reached)
  };
}
