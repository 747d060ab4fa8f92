import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Keepable } from './contract.ts';
import { freeze, thaw } from './plain-json.ts';

const EVERY_MS = 2000;
/** Writing a large catalogue takes a while; it may take a twentieth of the time, no more. */
const SHARE = 20;

export interface Keeper {
  /** Whether there was something to restore. */
  restored: boolean;
  saveNow(): void;
  stop(): void;
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  // Written beside and moved: a half-written file would lose everything.
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
}

/** Keeps the parts in one file: every two seconds (less often when there is much) if something changed, and when the sandbox ends. */
export function keepInFile(file: string, parts: Record<string, Keepable>): Keeper {
  let last = '';
  let restored = false;
  let timer: NodeJS.Timeout | undefined;
  if (existsSync(file)) {
    const kept = thaw(readFileSync(file, 'utf8')) as Record<string, unknown>;
    for (const [name, part] of Object.entries(parts)) if (kept[name] !== undefined) part.restore(kept[name]);
    restored = true;
  }
  const saveNow = () => {
    const text = freeze(Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, part.snapshot()])));
    if (text === last) return;
    last = text;
    write(file, text);
  };
  const later = (ms: number) => {
    timer = setTimeout(() => {
      const began = performance.now();
      saveNow();
      later(Math.max(EVERY_MS, (performance.now() - began) * SHARE));
    }, ms);
    timer.unref();
  };
  later(EVERY_MS);
  return { restored, saveNow, stop: () => clearTimeout(timer) };
}
