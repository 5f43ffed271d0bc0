import {spawnSync} from 'node:child_process';
import {existsSync, mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {browser} from './browser.js';

// `npm test` runs everything and ends in one plain line: `N passed, N failed`.

const root = fileURLToPath(new URL('..', import.meta.url));
const reporters = ['--reporter=default', '--reporter=./scripts/total.js'];

const runners = [
  {name: 'Node', command: ['vitest', 'run', '--project', 'node', ...reporters]},
  {name: 'browser', command: ['web-test-runner']},
  {name: 'stories', command: ['vitest', 'run', '--config', '.storybook/vitest.config.ts', ...reporters]}
];

const scratch = mkdtempSync(join(tmpdir(), 'test-'));
const sum = {passed: 0, failed: 0, skipped: 0};
const env = {...process.env, TZ: 'Pacific/Chatham'};

try {
  const {path} = await browser({install: true});
  Object.assign(env, {LD_LIBRARY_PATH: process.env.LD_LIBRARY_PATH, FONTCONFIG_FILE: process.env.FONTCONFIG_FILE, CHROME_PATH: path});
  console.log(`Browser: ${path}`);
} catch (error) {
  // The tests that need none still run; those that do fail, and say why.
  console.error(error.message);
}

// The built files are tested too, and so must be those of the present sources.
for (const mode of ['production', 'cdn'])
  spawnSync(join(root, 'node_modules/.bin/vite'), ['build', '--mode', mode], {cwd: root, stdio: 'ignore'});

for (const {name, command} of runners) {
  console.log(`\n== Tests: ${name}`);
  const total = run(name, command);
  for (const key of Object.keys(sum)) sum[key] += total[key];
}
rmSync(scratch, {recursive: true});

if (sum.skipped > 0) console.log(`\n${sum.skipped} skipped`);
console.log(`\n${sum.passed} passed, ${sum.failed} failed`);
process.exitCode = sum.failed > 0 ? 1 : 0;

/** A runner that crashes, finds no tests or never ends counts as one failed. */
function run(name, [command, ...args]) {
  const file = join(scratch, `${name}.json`);
  const {status, error, signal} = spawnSync(join(root, 'node_modules/.bin', command), args, {
    cwd: root,
    env: {...env, TEST_TOTAL: file},
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout: 15 * 60_000
  });
  const total = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {passed: 0, failed: 0, skipped: 0};
  const ran = total.passed + total.failed + total.skipped > 0;
  if (total.failed === 0 && (status !== 0 || !ran)) {
    console.error(`The ${name} tests ended early: ${error?.message ?? signal ?? `exit code ${status}`}`);
    total.failed = 1;
  }
  return total;
}
