const day = 86_400_000;

export const stages = ['Qualification', 'Needs analysis', 'Proposal', 'Negotiation', 'Closed', 'Won'];
export const reps = 200;

/** The day on which the columns were filled: later deals are still open. */
export const filledOn = '2026-09-15';

/** So many deals as typed columns: a moment of creation, a plain date of closing that most of the open lack, cents, 200 owners, four open stages. */
export function dealColumns(count) {
  const [first, last] = [Date.UTC(2023, 0, 1) / day, Date.parse(filledOn) / day];
  const next = chance(count);
  const whole = (low, high) => low + Math.floor(next() * (high - low + 1));
  const codes = () => new Int32Array(count);
  const time = (wall) => ({type: 'time', ms: new Float64Array(count), wall: new Uint8Array(count).fill(wall)});
  const [id, owner, status, stage, currency] = [codes(), codes(), codes(), codes(), codes()];
  const [created, closed] = [time(0), time(1)];
  const amount = new Float64Array(count);
  for (let row = 0; row < count; row++) {
    const day0 = whole(first, last);
    const decided = day0 + whole(1, 180);
    const isOpen = decided > last;
    id[row] = row;
    owner[row] = whole(0, reps - 1);
    status[row] = isOpen ? 0 : next() < 0.6 ? 1 : 2;
    stage[row] = whole(0, 3);
    currency[row] = next() < 0.1 ? -1 : 0;
    created.ms[row] = day0 * day + whole(7 * 3600, 18 * 3600) * 1000;
    closed.ms[row] = isOpen && next() < 0.7 ? NaN : decided * day;
    amount[row] = isOpen && next() < 0.1 ? NaN : next() < 0.3 ? whole(50_000, 25_000_000) : whole(5, 2_500) * 10_000;
  }
  const text = (values, of) => ({type: 'text', codes: of, values});
  return new Map(
    Object.entries({
      id: text(
        Array.from(id, (row) => row.toString(36)),
        id
      ),
      ownerId: text(
        Array.from({length: reps}, (_, rep) => `rep ${rep}`),
        owner
      ),
      status: text(['open', 'won', 'lost'], status),
      stage: text(stages.slice(0, 4), stage),
      currency: text(['SEK'], currency),
      createdAt: created,
      closedAt: closed,
      amount: {type: 'decimal', units: amount, scale: 2}
    })
  );
}

/** A dataset of deals that shares the typed arrays and nothing else: what was known of another is not known of it. */
export function datasetOf(columns) {
  const length = columns.get('amount').units.length;
  const own = new Map(Array.from(columns, ([name, column]) => [name, {...column}]));
  return {
    tables: new Map([['deals', {name: 'deals', length, columns: own}]]),
    settings: {timeZone: 'UTC'},
    rows: {deals: {read: length, accepted: length, rejected: 0}},
    issues: [],
    recognised: new Map()
  };
}

/** Numbers from 0 up to, not including, 1: the same ones for the same seed. */
function chance(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
