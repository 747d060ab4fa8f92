import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

const IGNORED = /[.]test[.]tsx?$|^testing$|^generated$/;

/** A hash over the names and contents of these files and folders, tests and generated code aside. */
export function fingerprintOf(places) {
  const hash = createHash('sha256');
  for (const place of places.filter((each) => existsSync(each))) {
    for (const file of filesIn(place)) hash.update(file).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

function filesIn(place) {
  if (statSync(place).isFile()) return [place];
  const names = readdirSync(place).filter((name) => !IGNORED.test(name));
  return names.sort().flatMap((name) => filesIn(path.posix.join(place, name)));
}
