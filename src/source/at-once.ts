/** For servers, which wait for nothing: what computes is there from the start. */
import * as figures from './figures.js';
import {provideFigures} from './reading.js';

provideFigures(figures);
