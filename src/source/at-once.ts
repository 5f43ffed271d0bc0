/** For servers, which wait for nothing: what computes is there from the start. */
import * as all from './all-figures.js';
import {provideFigures} from './computing.js';

provideFigures(all);
