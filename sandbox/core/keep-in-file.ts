import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Keepable } from './contract.ts';
import { freeze, thaw } from './plain-json.ts';

const EVERY_MS = 2000;

export interface Keeper {
  /** Whether there was something to restore. */
  restored: boolean;
  saveNow(): void;
  stop(): void;
}

/** Keeps the parts in one file: every two seconds when something changed, and when the sandbox ends. */
export function keepInFile(file: string, parts: Record<string, Keepable>): Keeper {
  let last = '';
  let restored = false;
  if (existsSync(file)) {
    const kept = thaw(readFileSync(file, 'utf8')) as Record<string, unknown>;
    for (const [name, part] of Object.entries(parts)) if (kept[name] !== undefined) part.restore(kept[name]);
    restored = true;
  }
  const saveNow = () => {
    const text = freeze(Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, part.snapshot()])));
    if (text === last) return;
    last = text;
    mkdirSync(dirname(file), { recursive: true });
    // Written beside and moved: a half-written file would lose everything.
    writeFileSync(`${file}.new`, text);
    renameSync(`${file}.new`, file);
  };
  const timer = setInterval(saveNow, EVERY_MS);
  timer.unref();
  return { restored, saveNow, stop: () => clearInterval(timer) };
}
