import type { Log } from '../../lib/engine/ports/log';
import { createLogger } from '../../lib/logger';
import type { Secrets } from './secrets';

export interface ListeningLog extends Log {
  secrets: Secrets;
  /** The newest lines as they would be written, oldest first. */
  lines(): readonly string[];
  /** Lines in which something stood that must never be written. */
  leaks(): string[];
}

const KEPT = 4000;

/** The log as it is in production, written into memory and searched for secrets. */
export const createListeningLog = (secrets: Secrets): ListeningLog => {
  const lines: string[] = [];
  const leaks = new Set<string>();
  const search = (line: string): void => {
    if (secrets.isInLine(line)) leaks.add(line);
  };
  const log = createLogger({
    write(line: string) {
      // Now, for some are replaced soon,
      secrets.learnFromPlatforms();
      search(line);
      lines.push(line);
      if (lines.length > KEPT) lines.splice(0, KEPT / 2);
    },
  });
  return {
    ...log,
    secrets,
    lines: () => lines,
    leaks() {
      // and once more, for of others the app knows before anybody else.
      lines.forEach(search);
      return [...leaks];
    },
  };
};
