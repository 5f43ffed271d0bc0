import {execFileSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {gzipSync} from 'node:zlib';
import {build} from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Scripts of a page by contender, bundled and minified into `outDir`; `cdn/` holds ours as they are published. */
export const scripts = {
  bound: ['bound.js'],
  ours: ['cdn/sales-kpi-elements.js', 'ours.js'],
  uplot: ['uplot.js'],
  chartjs: ['chartjs.js'],
  echarts: ['echarts.js']
};

/** Installs the peers beside this file, for they are no dependencies of the project, and bundles every contender. */
export async function built(outDir, contenders) {
  if (contenders.some((name) => name !== 'bound' && name !== 'ours'))
    execFileSync('npm', ['ci', '--no-audit', '--no-fund'], {cwd: here, stdio: ['ignore', 'ignore', 'inherit']});
  for (const name of contenders) {
    const lib = {formats: ['es'], entry: join(here, 'contenders', `${name}.js`), fileName: () => `${name}.js`};
    const rolldownOptions = {output: {minify: true}};
    const options = {outDir, emptyOutDir: false, target: 'es2022', lib, rolldownOptions};
    await build({configFile: false, logLevel: 'error', define: {'process.env.NODE_ENV': '"production"'}, build: options});
  }
  if (!contenders.includes('ours')) return;
  await build({root, configFile: join(root, 'vite.config.ts'), mode: 'cdn', logLevel: 'error', build: {outDir: join(outDir, 'cdn')}});
}

/** Kilobytes of script, gzipped, that a page of a contender loads. */
export function scriptSize(outDir, contender) {
  // What only waits for our elements is no part of them.
  const files = contender === 'ours' ? scripts.ours.slice(0, 1) : scripts[contender];
  return files.reduce((size, file) => size + gzipSync(readFileSync(join(outDir, file))).length, 0) / 1000;
}
