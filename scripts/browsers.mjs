// Finds the browsers of this machine, or installs Debian's where that is allowed. No dependencies:
// it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const { env, platform } = process;
const programs = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(Boolean);
const windows = (...paths) => programs.flatMap((base) => paths.map((path) => join(base, path)));

/** Where browsers live, the ones first that load an unpacked extension without being asked twice. */
const PLACES = {
  chromium: {
    linux: [
      'chromium',
      'chromium-browser',
      'microsoft-edge',
      'microsoft-edge-stable',
      'google-chrome',
      'google-chrome-stable',
      'brave-browser',
    ],
    darwin: [
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    ],
    win32: windows(
      'Chromium\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
      'Google\\Chrome\\Application\\chrome.exe',
    ),
  },
  firefox: {
    linux: ['firefox-esr', 'firefox'],
    darwin: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
    win32: windows('Mozilla Firefox\\firefox.exe'),
  },
};
const PACKAGES = { chromium: 'chromium', firefox: 'firefox-esr' };

/** The path of a browser of the kind, or null. `PANGZHU_CHROMIUM` and `PANGZHU_FIREFOX` name one by hand. */
export function findBrowser(kind) {
  const named = env[`PANGZHU_${kind.toUpperCase()}`];
  if (named) return existsSync(named) ? named : null;
  for (const place of PLACES[kind][platform] ?? []) {
    const path = place.includes('/') || place.includes('\\') ? place : onPath(place);
    if (path && existsSync(path)) return path;
  }
  return null;
}

function onPath(name) {
  for (const folder of (env.PATH ?? '').split(':')) {
    const path = join(folder, name);
    if (folder && existsSync(path)) return path;
  }
  return null;
}

/** Installs Debian packages if this is Debian and we may; true when they are there afterwards. */
export function installPackages(names) {
  if (platform !== 'linux' || !onPath('apt-get')) return false;
  const isRoot = process.getuid?.() === 0;
  const mayBecomeRoot = !isRoot && onPath('sudo') !== null && spawnSync('sudo', ['-n', 'true']).status === 0;
  if (!isRoot && !mayBecomeRoot) return false;
  const run = (...args) =>
    spawnSync(isRoot ? 'apt-get' : 'sudo', isRoot ? args : ['-n', 'apt-get', ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0;
  console.log(`Installing ${names.join(', ')} …`);
  return run('update', '-qq') && run('install', '-y', '-qq', '--no-install-recommends', ...names);
}

/** Chinese fonts, without which screenshots show boxes. */
export function hasChineseFont() {
  if (platform !== 'linux') return true;
  const listed = spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' });
  return listed.status === 0 && listed.stdout.trim() !== '';
}

/** Finds the browsers, installing what is missing where that is allowed. Missing ones stay null. */
export function ensureBrowsers(kinds) {
  const missing = kinds.filter((kind) => findBrowser(kind) === null).map((kind) => PACKAGES[kind]);
  if (!hasChineseFont()) missing.push('fonts-noto-cjk');
  if (missing.length > 0) installPackages(missing);
  return Object.fromEntries(kinds.map((kind) => [kind, findBrowser(kind)]));
}
