import {fileURLToPath} from 'node:url';
import {storybookTest} from '@storybook/addon-vitest/vitest-plugin';
import {playwright} from '@vitest/browser-playwright';
import {defineConfig} from 'vitest/config';
import {browser} from '../scripts/browser.js';
import config from './vite.config.js';

const {path, sandbox, args} = await browser();

/** Every story is a test: it renders, its `play` function passes and axe finds nothing. */
export default defineConfig({
  ...config,
  root: fileURLToPath(new URL('..', import.meta.url)),
  plugins: [storybookTest({configDir: fileURLToPath(new URL('.', import.meta.url))})],
  test: {
    name: 'stories',
    onConsoleLog: (log) => !log.includes('Lit is in dev mode'),
    browser: {
      enabled: true,
      headless: true,
      provider: playwright({launchOptions: {executablePath: path, chromiumSandbox: sandbox, args}}),
      instances: [{browser: 'chromium'}]
    }
  }
});
