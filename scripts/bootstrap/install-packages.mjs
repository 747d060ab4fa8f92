import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { say } from './say.mjs';

/** Installs exactly what package-lock.json names, unless that is what stands in node_modules. */
export function installPackages() {
  if (isInstalled()) return;
  say('Installing packages (npm ci)');
  const arguments_ = ['ci', '--no-audit', '--no-fund', '--loglevel', 'error'];
  // NODE_ENV=production would leave out the build tools.
  const env = { ...process.env, NODE_ENV: 'development' };
  const { status } = spawnSync('npm', arguments_, { stdio: 'inherit', env, shell: process.platform === 'win32' });
  if (status !== 0) throw new Error('npm ci failed; what it said stands above.');
}

/** npm writes its own account of node_modules when an installation is complete. */
function isInstalled() {
  const wanted = packagesOf('package-lock.json');
  const present = packagesOf('node_modules/.package-lock.json');
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(([place, { version, optional, link }]) => {
    if (place === '' || link) return true;
    // Packages for other systems are not installed here.
    return place in present ? present[place].version === version : optional;
  });
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}
