import {execFileSync} from 'node:child_process';
import {existsSync, mkdirSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

/** Debian's and Ubuntu's own package, which only root can install. Ubuntu's may be a stub that wants snap. */
export function fromDebian() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  console.log('No browser found: installing Chromium with apt-get.');
  const options = {stdio: ['ignore', 'ignore', 'inherit'], env: {...process.env, DEBIAN_FRONTEND: 'noninteractive'}};
  try {
    execFileSync('apt-get', ['update', '-qq'], options);
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], options);
    return '/usr/bin/chromium';
  } catch (error) {
    console.log(`apt-get could not install Chromium: ${error.message}`);
  }
}

const cache = fileURLToPath(new URL('../node_modules/.cache/chromium/', import.meta.url));
const fonts = join(cache, 'fonts.conf');
const unpack = `import('@sparticuz/chromium').then(({default: chromium}) => chromium.executablePath())`;

/**
 * A headless Chromium from the npm registry (64 MB), which needs no rights and no system libraries; for x64 Linux alone.
 * Kept out of the lock file, so that only a machine without a browser fetches it.
 */
export function fromNpm() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return;
  console.log('No browser found: fetching Chromium from the npm registry.');
  const env = {...process.env, TMPDIR: cache, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x'};
  const options = {cwd: cache, stdio: ['ignore', 'ignore', 'inherit'], env};
  try {
    rmSync(cache, {recursive: true, force: true});
    mkdirSync(cache, {recursive: true});
    execFileSync('npm', ['install', '--prefix', cache, '--no-save', '--ignore-scripts', '@sparticuz/chromium@143.0.4'], options);
    execFileSync(process.execPath, ['--eval', unpack], options);
    writeFileSync(fonts, `<fontconfig><dir>/usr/share/fonts</dir><dir>${cache}fonts</dir><cachedir>${cache}</cachedir></fontconfig>\n`);
  } catch (error) {
    console.log(`npm could not fetch Chromium: ${error.message}`);
  }
  return kept();
}

/** The Chromium an earlier run fetched, with the package's own copies of what a bare machine lacks: whoever starts it inherits them. */
export function kept() {
  if (!existsSync(fonts)) return;
  process.env.LD_LIBRARY_PATH = [join(cache, 'al2023/lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  process.env.FONTCONFIG_FILE ??= fonts;
  return join(cache, 'chromium');
}
