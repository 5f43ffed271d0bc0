import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {build} from 'vite';

/** The engine as it is published, built from the sources as they are now; gives the path of its module. */
export async function built(outDir) {
  const entry = fileURLToPath(new URL('../../src/engine.ts', import.meta.url));
  const lib = {formats: ['es'], entry, fileName: () => 'engine.mjs'};
  await build({configFile: false, logLevel: 'error', build: {outDir, target: 'es2022', minify: false, lib}});
  return join(outDir, 'engine.mjs');
}
