import {namesEn} from './names.en.js';

/** What an element says before it has anything to compute with: the rest of its words come with that. */
export const waitingEn = {
  kpis: namesEn,
  stillLoading: 'Still loading …',
  retry: 'Try again',
  configuration: 'This figure is not set up correctly.',
  configurationHint: 'The page’s console says what to change.',
  errors: {unreachable: ['The data could not be reached', 'Network, CORS or the page’s policy stopped it.']}
};
