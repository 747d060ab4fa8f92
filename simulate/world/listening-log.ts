import type { Log } from '../../lib/engine/ports/log';
import { createLogger } from '../../lib/logger';

export interface ListeningLog extends Log {
  /** The newest lines as they would be written, oldest first. */
  lines(): readonly string[];
  /** Lines in which something stood that must never be written. */
  leaks(): readonly string[];
}

/** What the sandbox hands out as secrets, and what e-mail addresses look like in full. */
const SECRETS = /demo-bigcommerce-secret|demo-hike-secret|\b(at|rt|code)_[\w-]{30,}|[\w.+-]{2,}@[\w-]+[.][a-z]{2,}/i;
const KEPT = 4000;

/** The log as it is in production, written into memory and searched for secrets. */
export const createListeningLog = (): ListeningLog => {
  const lines: string[] = [];
  const leaks: string[] = [];
  const log = createLogger({
    write(line: string) {
      if (SECRETS.test(line)) leaks.push(line);
      lines.push(line);
      if (lines.length > KEPT) lines.splice(0, KEPT / 2);
    },
  });
  return { ...log, lines: () => lines, leaks: () => leaks };
};
