/**
 * Holds package-lock.json to what every machine needs of it: an entry for each optional package (the binaries of other
 * systems are such packages, and without an entry `npm ci` fails on those), and no addresses, which would tie everybody to
 * the registry of whoever wrote the file.
 */
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/** @returns {string[]} one sentence for each fault */
export function faultsOfLockfile({ packages = {}, lockfileVersion }) {
  const faults = lockfileVersion === 3 ? [] : [`The lockfile has version ${lockfileVersion}, not 3.`];
  for (const [place, entry] of Object.entries(packages)) {
    if (entry.resolved && !entry.link) faults.push(`${place} carries an address.`);
    for (const name of Object.keys(entry.optionalDependencies ?? {})) {
      if (!isReachable(packages, place, name)) faults.push(`${name}, optional for ${place || 'the project'}, has no entry.`);
    }
  }
  return faults;
}

/** Node looks for a package beside the one that asks, then one level up, and so on. */
function isReachable(packages, place, name) {
  for (let from = place; ; from = from.slice(0, Math.max(from.lastIndexOf('/node_modules/'), 0))) {
    if (`${from ? `${from}/` : ''}node_modules/${name}` in packages) return true;
    if (from === '') return false;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const lockfile = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  const faults = faultsOfLockfile(lockfile);
  for (const fault of faults) console.error(fault);
  const count = Object.keys(lockfile.packages).length - 1;
  console.log(faults.length ? `package-lock.json has ${faults.length} faults.` : `package-lock.json is complete: ${count} packages, no addresses.`);
  process.exitCode = faults.length ? 1 : 0;
}
