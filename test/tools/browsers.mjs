// @ts-check
/**
 * Which browsers this machine can test in. Chromium comes from `CHROME_PATH`, from the machine, or from the npm package
 * @sparticuz/chromium (Linux on x64), so that the tests run where no browser is installed.
 */
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { arch, homedir, platform } from 'node:os';
import { delimiter, join } from 'node:path';
import { packagedChromium } from './packaged-chromium.mjs';

/**
 * @typedef {{ executablePath: string, args: string[], env?: NodeJS.ProcessEnv, origin: string }} Chromium
 * How to start it; `origin` says in words where it was found.
 */

/** @param {string} path */
const isProgram = (path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** @param {string[]} names */
const onPath = (names) => {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const suffix = platform() === 'win32' ? '.exe' : '';
  return names.flatMap((name) => folders.map((folder) => join(folder, name + suffix))).find(isProgram);
};

const programFolders = () =>
  ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => process.env[name] ?? []);

/** What `playwright install` and `puppeteer browsers install` leave in the home folder. */
const downloadedChromium = () => {
  const caches = [
    process.env.PLAYWRIGHT_BROWSERS_PATH,
    join(homedir(), '.cache/ms-playwright'),
    join(homedir(), 'Library/Caches/ms-playwright'),
    join(process.env.LOCALAPPDATA ?? homedir(), 'ms-playwright'),
    join(process.env.PUPPETEER_CACHE_DIR ?? join(homedir(), '.cache/puppeteer'), 'chrome'),
  ];
  const programs = [
    'chrome-linux64/chrome',
    'chrome-linux/chrome',
    'chrome-linux/headless_shell',
    'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
    'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    'chrome-win64/chrome.exe',
    'chrome-win/chrome.exe',
  ];
  return caches
    .filter((cache) => cache && existsSync(cache))
    .flatMap((cache) =>
      readdirSync(String(cache))
        .sort()
        .reverse()
        .map((version) => join(String(cache), version)),
    )
    .flatMap((folder) => programs.map((program) => join(folder, program)))
    .find(isProgram);
};

const installedChromium = () =>
  onPath([
    'google-chrome-stable',
    'google-chrome',
    'chromium',
    'chromium-browser',
    'microsoft-edge',
    'brave-browser',
  ]) ??
  [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ...programFolders().flatMap((folder) => [
      join(folder, 'Google/Chrome/Application/chrome.exe'),
      join(folder, 'Microsoft/Edge/Application/msedge.exe'),
    ]),
  ].find(isProgram) ??
  downloadedChromium();

/**
 * Any browser of the Chromium family, or undefined where there is none. `CHROME_PATH=npm` insists on the packaged one.
 * @returns {Promise<Chromium | undefined>}
 */
export async function findChromium() {
  const given = process.env.CHROME_PATH;
  const installed = given === 'npm' ? undefined : (given ?? installedChromium());
  if (installed) {
    // Chromium's sandbox refuses to run as root.
    const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    return { executablePath: installed, args, origin: given ? 'from CHROME_PATH' : 'found on this machine' };
  }
  if (platform() !== 'linux' || arch() !== 'x64') return undefined;
  const packaged = await packagedChromium();
  return {
    ...packaged,
    args: ['--no-sandbox'],
    origin: 'none installed, so unpacked from the npm package @sparticuz/chromium',
  };
}

/**
 * The same, for tests that cannot do without.
 * @returns {Promise<Chromium>}
 */
export async function chromium() {
  const found = await findChromium();
  if (found) return found;
  throw new Error('no Chromium, Chrome or Edge on this machine: install one, or set CHROME_PATH to its program file');
}

/** @returns {string | undefined} */
export const findFirefox = () =>
  process.env.FIREFOX_PATH ??
  onPath(['firefox', 'firefox-esr']) ??
  [
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    ...programFolders().map((folder) => join(folder, 'Mozilla Firefox/firefox.exe')),
  ].find(isProgram);

/**
 * WebKitGTK's small browser, where its WebDriver and a display (or Xvfb to make one) are there too.
 * @returns {string | undefined}
 */
export function findWebKit() {
  const ready = onPath(['WebKitWebDriver']) && (process.env.DISPLAY || onPath(['Xvfb']));
  if (!ready || !existsSync('/usr/lib')) return undefined;
  const folders = ['/usr/lib', ...readdirSync('/usr/lib').map((name) => join('/usr/lib', name))];
  return folders
    .flatMap((folder) =>
      ['webkit2gtk-4.1', 'webkitgtk-6.0', 'webkit2gtk-4.0'].map((api) => join(folder, api, 'MiniBrowser')),
    )
    .find(isProgram);
}
