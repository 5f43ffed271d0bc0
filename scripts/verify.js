import {spawnSync} from 'node:child_process';
import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

// `npm run verify` runs every check there is, cheap ones first, and stops at the first that fails.
// `--without-tests` leaves the tests to whoever has just run them.

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

// Output is kept back until it is known whether anyone needs it.
const options = {encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1e8};

const steps = [
  {name: 'format', run: () => command('prettier', '--check', '.')},
  {name: 'lint', run: () => command('eslint', '.', '--max-warnings', '0')},
  {name: 'types', run: () => script('types')},
  {name: 'manifest', run: manifest},
  {name: 'build', run: () => script('build')},
  {name: 'size', run: () => script('size')},
  {name: 'package', run: () => script('package')},
  {name: 'unused', run: () => script('unused')},
  {name: 'storybook', run: () => script('build-storybook')},
  {name: 'tests', run: () => script('test'), skip: process.argv.includes('--without-tests')}
];

for (const {name, run, skip} of steps) {
  if (skip) continue;
  const start = performance.now();
  const {status, output} = run();
  if (status !== 0) {
    console.log(`${output.trim()}\n\n✗ ${name}`);
    process.exit(1);
  }
  const last = name === 'tests' ? `: ${output.trim().split('\n').at(-1)}` : '';
  console.log(`✓ ${name}${last} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
}

function script(name) {
  return result(spawnSync('npm', ['run', '--silent', name], options));
}

function command(name, ...args) {
  return result(spawnSync(join('node_modules/.bin', name), args, options));
}

function result({status, stdout, stderr, error}) {
  return {status, output: [error?.message, stderr, stdout].filter(Boolean).join('\n')};
}

/** The committed manifest says what the sources say. */
function manifest() {
  const folder = 'node_modules/.cache/manifest';
  const {status, output} = command('cem', 'analyze', '--quiet', '--outdir', folder);
  if (status !== 0) return {status, output};
  const [fresh, committed] = [`${folder}/custom-elements.json`, 'custom-elements.json'].map(
    (path) => existsSync(path) && readFileSync(path, 'utf8')
  );
  if (fresh !== committed) return {status: 1, output: 'custom-elements.json is out of date: run `npm run analyze` and commit it'};
  return {status, output};
}
