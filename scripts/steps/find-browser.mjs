import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const VARIABLE = 'PLAYWRIGHT_CHROMIUM_PATH';
const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const PLACES = {
  darwin: ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium'],
  win32: ['C:/Program Files/Google/Chrome/Application/chrome.exe', 'C:/Program Files (x86)/Google/Chrome/Application/chrome.exe'],
};
const DOWNLOAD_PATIENCE_MS = 5 * 60_000;

/**
 * A Chromium for the end-to-end tests, and where it came from: the one that the environment names, an installed one,
 * Playwright's own (fetched if need be), or Debian's package where this may install it.
 * @returns {Promise<{ path: string, source: string }>}
 */
export async function findBrowser({ environment = process.env, say = console.log } = {}) {
  const named = environment[VARIABLE];
  if (named) {
    if (!existsSync(named)) throw new Error(`${VARIABLE} names ${named}, and there is no such file.`);
    return { path: named, source: `${VARIABLE}` };
  }
  const installed = installedBrowser(environment);
  if (installed) return { path: installed, source: 'installed on this machine' };
  const own = await playwrightsOwn(say);
  if (own) return { path: own, source: "Playwright's own download" };
  const debian = debianPackage(environment, say);
  if (debian) return { path: debian, source: 'the Debian package chromium' };
  throw new Error(`No browser was found and none could be fetched. Install Chromium or Chrome, or set ${VARIABLE} to the program.`);
}

function installedBrowser(environment) {
  const folders = (environment.PATH ?? '').split(path.delimiter).filter(Boolean);
  const inPath = folders.flatMap((folder) => NAMES.map((name) => path.join(folder, name)));
  return [...(PLACES[process.platform] ?? []), ...inPath].find((file) => existsSync(file));
}

async function playwrightsOwn(say) {
  const { chromium } = await import('@playwright/test');
  const file = chromium.executablePath();
  if (existsSync(file)) return file;
  say('No browser is installed; trying to fetch the one of Playwright');
  const cli = path.resolve('node_modules', '@playwright', 'test', 'cli.js');
  spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: 'ignore', timeout: DOWNLOAD_PATIENCE_MS });
  return existsSync(file) ? file : undefined;
}

function debianPackage(environment, say) {
  const mayInstall = process.platform === 'linux' && process.getuid() === 0 && spawnSync('apt-get', ['--version']).status === 0;
  if (!mayInstall) return undefined;
  say('Installing the Debian package chromium');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
    spawnSync('apt-get', ['-qq', ...args], { stdio: ['ignore', 'ignore', 'inherit'], env });
  }
  return installedBrowser(environment);
}
