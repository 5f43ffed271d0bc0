import {accessSync, constants} from 'node:fs';
import {delimiter, join} from 'node:path';
import {chromium} from 'playwright';
import {fromDebian, fromNpm, kept} from './browser-install.js';

/**
 * The Chromium the tests run in: one that is installed or, when there is none and `install` is set, one this fetches.
 * A candidate counts only once it has started and drawn a page, for a name on the PATH may be a stub.
 *
 * @param {{install?: boolean}} [options]
 * @returns {Promise<{path: string, sandbox: boolean, args: string[]}>} The executable, whether its sandbox works here, other arguments.
 * @throws {Error} What to install, when there is no browser.
 */
export async function browser({install = false} = {}) {
  const {CHROME_PATH} = process.env;
  if (CHROME_PATH) {
    const given = await started(CHROME_PATH);
    if (!given) throw new Error(`CHROME_PATH does not start: ${CHROME_PATH}`);
    return given;
  }
  for (const path of installed()) {
    const found = await started(path);
    if (found) return found;
  }
  for (const get of install ? [kept, fromDebian, fromNpm] : [kept]) {
    const path = get();
    const found = path && (await started(path));
    if (found) return found;
  }
  throw new Error('no browser found: install Chromium, Google Chrome or Microsoft Edge, or set CHROME_PATH to one of them');
}

const names = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge', 'microsoft-edge-stable'];

const places = [
  '/opt/google/chrome/chrome',
  '/opt/microsoft/msedge/msedge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'
];

function installed() {
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  return [...onPath, ...places].filter(executable);
}

function executable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Keeps the browser quiet and inside the machine. */
const args = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run'
];

/** Root cannot have Chromium's sandbox, nor can a user in many a container: with it where it works, else without. */
async function started(path) {
  for (const sandbox of process.getuid?.() === 0 ? [false] : [true, false]) {
    if (await draws({executablePath: path, chromiumSandbox: sandbox, args, timeout: 30_000})) return {path, sandbox, args};
  }
}

async function draws(options) {
  let launched;
  try {
    launched = await chromium.launch(options);
    const page = await launched.newPage();
    await page.goto('data:text/html,<p>drawn</p>');
    return (await page.textContent('p')) === 'drawn';
  } catch {
    return false;
  } finally {
    await launched?.close();
  }
}
