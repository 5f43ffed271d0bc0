// What somebody writes by hand who knows the data: one pass over the rows, typed arrays, no dates made.

const firstMonth = 2024 * 12;
const thisQuarter = 2026 * 12 + 6 - firstMonth;
export const months = thisQuarter + 3;
export const stages = ['Qualification', 'Needs analysis', 'Proposal', 'Negotiation', 'Closed', 'Won'];

/** Of all deals together or of each region: by month what was won (in hundredths), won and lost; by quarter the sums of reps and the funnel. */
export function figures(deals, isByRegion) {
  const groups = new Map();
  const places = new Map(stages.map((stage, place) => [stage, place]));
  for (const {status, stage, amount, createdAt, closedAt, ownerId, region} of deals) {
    const key = isByRegion ? region : 'all';
    let group = groups.get(key);
    if (!group) groups.set(key, (group = empty()));
    const created = quarterOf(monthOf(createdAt));
    if (status !== 'open') {
      const month = monthOf(closedAt);
      if (status === 'won') {
        const units = Math.round(amount * 100);
        group.sales[month] += units;
        group.won[month]++;
        const quarter = quarterOf(month);
        if (quarter >= 0) group.reps[quarter].set(ownerId, (group.reps[quarter].get(ownerId) ?? 0) + units);
      } else group.lost[month]++;
    }
    if (created >= 0) {
      const end = status === 'won' ? 5 : status === 'lost' ? 4 : places.get(stage);
      group.ended[created][end]++;
      if (status === 'open') group.open[created][end]++;
    }
  }
  return groups;
}

function empty() {
  const counts = (length) => new Float64Array(length);
  return {
    sales: counts(months),
    won: counts(months),
    lost: counts(months),
    reps: [new Map(), new Map()],
    ended: [counts(stages.length), counts(stages.length)],
    open: [counts(stages.length), counts(stages.length)]
  };
}

function monthOf(text) {
  const digit = (at) => text.charCodeAt(at) - 48;
  return (digit(0) * 1000 + digit(1) * 100 + digit(2) * 10 + digit(3)) * 12 + digit(5) * 10 + digit(6) - 1 - firstMonth;
}

/** 0 is this quarter, 1 the last. */
function quarterOf(month) {
  return month >= thisQuarter ? 0 : month >= thisQuarter - 3 ? 1 : -1;
}
