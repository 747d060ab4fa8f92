import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Made once and kept: with new ones at each start, what was encrypted yesterday could not be read today. */
export function demoSecrets(file) {
  if (!existsSync(file)) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(newSecrets(), null, 2), { mode: 0o600 });
  }
  return JSON.parse(readFileSync(file, 'utf8'));
}

function newSecrets() {
  return { SESSION_SECRET: randomBytes(32).toString('base64url'), ENCRYPTION_KEYS: `1:${randomBytes(32).toString('base64')}` };
}
