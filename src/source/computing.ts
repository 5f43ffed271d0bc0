import {addEnglish} from '../locales/dictionaries.js';
import {addNumbers} from '../view/format.js';
import type * as All from './all-figures.js';
import {SourceError} from './source-error.js';

/** What turns bytes and rows into records, and records into what elements show, with the words for it. */
export type Figures = typeof All;

/** What an element has computed. */
export type ViewName = keyof typeof views;

/** A file for those who have the element. */
const views = {
  cardView: () => import('../view/card.js'),
  funnelView: () => import('../view/funnel.js'),
  leaderboardView: () => import('../view/leaderboard.js'),
  trendView: () => import('../view/trend.js')
} satisfies Partial<Record<keyof Figures, () => Promise<Partial<Figures>>>>;

const here: Partial<Figures> = {};
const coming = new Map<ViewName | undefined, Promise<Figures>>();

/** What computes, and a view, where they are here already. */
export function figuresHere(view?: ViewName): Figures | undefined {
  return 'readBody' in here && (!view || view in here) ? (here as Figures) : undefined;
}

/** Loads them, while the first request is under way. Rejects with a SourceError where the page does not get them. */
export function loadFigures(view?: ViewName): Promise<Figures> {
  const known = coming.get(view);
  if (known) return known;
  const figures = Promise.all([import('./figures.js'), view && views[view]()]).then(
    ([core, own]) => provideFigures({...core, ...own}),
    (cause: unknown) => {
      // The next who asks tries again.
      coming.delete(view);
      throw new SourceError('unreachable', '', {cause});
    }
  );
  coming.set(view, figures);
  return figures;
}

/** Takes in what is here. */
export function provideFigures(figures: Partial<Figures>): Figures {
  Object.assign(here, figures);
  if (figures.en) addEnglish(figures.en);
  if (figures.numbersIn) addNumbers(figures.numbersIn);
  return here as Figures;
}
