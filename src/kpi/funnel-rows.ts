import type {Stage} from '../dataset/settings.js';
import {ExactSums} from './exact-sums.js';
import {decimal, toNumber} from './fraction.js';
import type {FunnelMode} from './funnel-query.js';
import type {Journey} from './journey.js';

/** What became of the amount of those that count at a stage. */
export interface FunnelAmounts {
  readonly advanced: number;
  readonly lost: number;
  readonly open: number;
}

export interface FunnelRow {
  readonly stage: string;
  readonly label: string;
  /** Of a stage that stands for how deals ended. */
  readonly outcome?: 'won' | 'closed' | 'lost';
  /** Deals that count at this stage. */
  readonly reached: number;
  /** Their amount in the reporting currency, at the as-of; null when it cannot be told. */
  readonly amount: number | null;
  /** Of `amount`, as `advanced`, `lost` and `open` are of `reached`. */
  readonly amounts: FunnelAmounts | null;
  /** Share of the stage before that came on; null at the first, and where the stages are no steps (`touched`, `snapshot`, `throughput`). */
  readonly step: number | null;
  /** Share of the stage before that came on, of those that did or were lost there: the open are left out. Null where `step` is. */
  readonly settled: number | null;
  /** Share of the first stage; null of a snapshot and of a throughput. */
  readonly overall: number | null;
  /** Of `reached`: entries = went on + lost here + still here. */
  readonly advanced: number;
  readonly lost: number;
  readonly open: number;
}

/** Whether a deal counts at a stage, from where it ended up and the stages it entered. */
const COUNTS: Readonly<Record<FunnelMode, (stage: number, end: number, entered: readonly boolean[]) => boolean>> = {
  reached: (stage, end) => stage <= end,
  touched: (stage, _, entered) => entered[stage],
  strict: (stage, _, entered) => !entered.slice(0, stage + 1).includes(false),
  snapshot: (stage, end) => stage === end,
  throughput: (stage, _, entered) => entered[stage]
};

export const FUNNEL_MODES = Object.keys(COUNTS);

/** How the deals of a funnel are counted at its stages, each group for itself. */
export interface StageCounts {
  /** Whether a deal stands or stood at any of the stages. */
  readonly isIn: (journey: Journey) => boolean;
  /** Whether a deal counts at a stage. */
  readonly isAt: (stage: number, journey: Journey, entered: readonly boolean[]) => boolean;
  /** So many deals of one journey, with their amount. */
  readonly add: (group: number, journey: Journey, entered: readonly boolean[], deals: number, units: number, weight: number) => void;
  /** The stages of a group, amounts in units of `10 ** -scale`. */
  readonly rows: (group: number, scale: number, isRated: boolean) => FunnelRow[];
}

/** What becomes of an amount: of all that count at a stage, of those that were lost there and of those still there. */
const KINDS = ['reached', 'lost', 'open'] as const;

export function stageCounts(mode: FunnelMode, stages: readonly Stage[], groups: number): StageCounts {
  const counts = Array.from({length: groups}, () => stages.map(() => ({reached: 0, lost: 0, open: 0})));
  const sums = new ExactSums(groups * stages.length * KINDS.length);
  const isCohort = mode !== 'snapshot' && mode !== 'throughput';
  const isSteps = mode === 'reached' || mode === 'strict';
  const endOf = ({furthest, current}: Journey) => (mode === 'snapshot' ? current : furthest);
  const cellOf = (group: number, stage: number, kind: number) => (group * stages.length + stage) * KINDS.length + kind;
  const isCounted = COUNTS[mode];
  return {
    isIn: (journey) => endOf(journey) >= 0 && (mode !== 'snapshot' || journey.outcome === 'open'),
    isAt: (stage, journey, entered) => isCounted(stage, endOf(journey), entered),
    add(group, journey, entered, deals, units, weight) {
      const end = endOf(journey);
      const own = counts[group];
      const amount = units * weight;
      for (let stage = 0; stage < own.length; stage++) {
        if (!isCounted(stage, end, entered)) continue;
        own[stage].reached += deals;
        if (amount) sums.add(cellOf(group, stage, 0), units, weight);
      }
      if (journey.outcome === 'won' || mode === 'throughput' || !isCounted(end, end, entered)) return;
      own[end][journey.outcome] += deals;
      if (amount) sums.add(cellOf(group, end, KINDS.indexOf(journey.outcome)), units, weight);
    },
    rows: (group, scale, isRated) =>
      counts[group].map(({reached, lost, open}, stage) => {
        const before = isSteps && stage > 0 ? counts[group][stage - 1] : {reached: 0, lost: 0};
        const first = isCohort ? counts[group][0].reached : 0;
        const units = KINDS.map((_, kind) => sums.at(cellOf(group, stage, kind)));
        const advanced = mode === 'throughput' ? 0n : units[0] - units[1] - units[2];
        const [amount, lostAmount, openAmount, advancedAmount] = [...units, advanced].map((sum) => toNumber(decimal(sum, scale)));
        const {id, label, outcome} = stages[stage];
        return {
          stage: id,
          label: label ?? id,
          ...(outcome && {outcome}),
          reached,
          amount: isRated ? amount : null,
          amounts: isRated ? {advanced: advancedAmount, lost: lostAmount, open: openAmount} : null,
          step: before.reached > 0 ? reached / before.reached : null,
          settled: before.reached > 0 && reached + before.lost > 0 ? reached / (reached + before.lost) : null,
          overall: first > 0 ? reached / first : null,
          advanced: mode === 'throughput' ? 0 : reached - lost - open,
          lost,
          open
        };
      })
  };
}
