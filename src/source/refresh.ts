import type {Source} from './store.js';

/** What the clock of a source needs of it. */
type Clocked = Pick<Source, 'followers' | 'request' | 'askedAt' | 'early' | 'timer'>;

/** Longer than this a timer of the browser ends at once. */
const longest = 2 ** 31 - 1;

/** Those that are asked again and again, and how. */
const clocked = new Map<Clocked, () => void>();

const reschedule = () => {
  for (const [source, ask] of clocked) schedule(source, ask);
};

/**
 * Sets the one timer of a source: the smallest interval that its followers want after it was asked last, none in a hidden tab. A tab that is shown
 * again catches up once. The first time comes up to a tenth early, so that pages opened at once do not ask at once for ever.
 */
export function schedule(source: Clocked, ask: () => void): void {
  const every = Math.min(...Array.from(source.followers.values(), ({every = Infinity}) => every));
  clearTimeout(source.timer);
  if (every === Infinity) clocked.delete(source);
  else clocked.set(source, ask);
  if (clocked.size) document.addEventListener('visibilitychange', reschedule);
  else document.removeEventListener('visibilitychange', reschedule);
  if (every === Infinity || source.request || document.hidden) return;
  const due = source.askedAt + every * source.early - Date.now();
  source.timer = setTimeout(
    () => {
      source.early = 1;
      ask();
    },
    Math.min(Math.max(due, 0), longest)
  );
}
