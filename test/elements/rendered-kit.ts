/** What renders on the server of the tests, with the words of both languages. */
import {loadLanguage} from '../../src/index.js';
import '../../src/source/at-once.js';

await loadLanguage('sv');

export {createDataset} from '../../src/engine.js';
