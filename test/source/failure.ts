import {load, type LoadRequest} from '../../src/source/load.js';
import {SourceError} from '../../src/source/source-error.js';

/** The error of a load that is to fail. */
export async function failure(request: LoadRequest): Promise<SourceError> {
  try {
    await load(request);
  } catch (error) {
    if (error instanceof SourceError) return error;
    throw error;
  }
  throw new Error(`loaded: ${request.src}`);
}
