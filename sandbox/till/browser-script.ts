import { buildSync } from 'esbuild';
import { fileURLToPath } from 'node:url';

const PAGES = {
  till: new URL('./browser/main.ts', import.meta.url),
  goods: new URL('./browser/goods.ts', import.meta.url),
};

const built = new Map<keyof typeof PAGES, string>();

/** A page's script, built from its TypeScript on first use: it is small enough for that to take a moment only. */
export function browserScript(page: keyof typeof PAGES): string {
  const known = built.get(page);
  if (known !== undefined) return known;
  const script = buildSync({ entryPoints: [fileURLToPath(PAGES[page])], bundle: true, format: 'esm', target: 'es2022', write: false }).outputFiles[0]?.text ?? '';
  built.set(page, script);
  return script;
}
