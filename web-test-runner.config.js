import {fileURLToPath} from 'node:url';
import {esbuildPlugin} from '@web/dev-server-esbuild';
import {defaultReporter} from '@web/test-runner';
import {chromeLauncher} from '@web/test-runner-chrome';
import {browser} from './scripts/browser.js';
import {totalReporter} from './scripts/total.js';
import {heapPlugin} from './test/faults/heap.js';
import {faultServer} from './test/faults/server.js';
import {hostsServer} from './test/hosts/server.js';
import {renderedServer} from './test/elements/rendered.js';

// An odd zone (UTC+12:45, with summer time) shows any figure that leans on the reader's clock. The browser inherits it.
process.env.TZ = 'Pacific/Chatham';

const {path, sandbox, args} = await browser();

export default {
  files: ['test/{elements,browser,faults,hosts,marks,source,styles}/**/*.test.ts'],
  rootDir: '.',
  // A page in the background gets no animation frames, so files take turns.
  concurrency: 1,
  concurrentBrowsers: 1,
  nodeResolve: {exportConditions: ['development', 'browser']},
  middleware: [faultServer, hostsServer, renderedServer],
  plugins: [heapPlugin, esbuildPlugin({ts: true, target: 'es2022', tsconfig: fileURLToPath(new URL('./tsconfig.json', import.meta.url))})],
  browsers: [chromeLauncher({launchOptions: {headless: true, executablePath: path, args: sandbox ? args : ['--no-sandbox', ...args]}})],
  coverage: process.argv.includes('--coverage'),
  coverageConfig: {include: ['src/**/*.ts'], reporters: ['text', 'lcovonly']},
  filterBrowserLogs: ({args}) => !String(args[0]).startsWith('Lit is in dev mode'),
  testFramework: {config: {timeout: 15_000, ui: 'bdd'}},
  reporters: [defaultReporter(), totalReporter()]
};
