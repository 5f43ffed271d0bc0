import {createDataset} from '../dataset/create-dataset.js';
import type {DataProblem, Dataset} from '../dataset/dataset.js';
import {recognise} from '../dataset/headers.js';
import type {DatasetOptions} from '../dataset/settings.js';
import type {Columns} from './column-values.js';

/** How a Parquet file, an Arrow file and a stream of Arrow begin. */
const starts = /^(PAR1|ARROW1|\xff{4})/;

/** Whether bytes begin like those of such a file. */
export function isColumnar(bytes: Uint8Array): boolean {
  return starts.test(String.fromCharCode(...bytes.subarray(0, 6)));
}

/** The datasets of a Parquet or Arrow file, one a set of options; undefined of other bytes. What reads them loads once such a file comes. */
export async function readColumnar(bytes: Uint8Array<ArrayBuffer>, wanted: readonly DatasetOptions[]): Promise<Dataset[] | undefined> {
  if (!isColumnar(bytes)) return undefined;
  const {fileColumns} = await import('./file-columns.js');
  let columns: Columns = [];
  let problem: DataProblem | undefined;
  try {
    columns = await fileColumns(bytes);
  } catch (error) {
    problem = (error as {problem?: DataProblem}).problem ?? {code: 'damaged'};
  }
  const headers = columns.map(([name]) => name);
  return wanted.map((options) => {
    // Of nothing there is a dataset too, the account of which is the problem.
    if (problem) return {...createDataset({}, options), problem};
    const {table = recognise(headers, options.preset).table ?? 'deals'} = options;
    return createDataset({[table]: Object.fromEntries(columns)}, options);
  });
}
