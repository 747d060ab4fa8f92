import { buildSync } from 'esbuild';
import { fileURLToPath } from 'node:url';

let built: string | undefined;

/** The page's script, built from its TypeScript on first use: it is small enough for that to take a moment only. */
export function browserScript(): string {
  built ??= buildSync({
    entryPoints: [fileURLToPath(new URL('./browser/main.ts', import.meta.url))],
    bundle: true,
    format: 'esm',
    target: 'es2022',
    write: false,
  }).outputFiles[0]?.text;
  return built ?? '';
}
