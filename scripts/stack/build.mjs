import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fingerprintOf } from './fingerprint.mjs';

const SCHEMA = ['prisma/schema.prisma', 'prisma.config.ts', 'package-lock.json'];
const SOURCES = [
  ...['app', 'components', 'lib', 'public', 'prisma/schema.prisma'],
  ...['instrumentation.ts', 'proxy.ts', 'next.config.js', 'tsconfig.json', 'package-lock.json'],
];
const CLIENT_STAMP = path.join('lib', 'generated', 'made-from');
const BUILD_STAMP = path.join('.next', 'made-from');

/** What a shell reports, and Next too, after Ctrl-C. */
const INTERRUPTED = 130;

const PRISMA = 'node_modules/prisma/build/index.js';
export const NEXT = 'node_modules/next/dist/bin/next';

/** Writes Prisma's client into lib/generated, if the schema is another than last time. */
export function generateClient() {
  makeIfChanged({ stamp: CLIENT_STAMP, inputs: SCHEMA, product: 'lib/generated/prisma', make: () => runOrThrow([PRISMA, 'generate'], 'prisma generate') });
}

/** Builds the application, if its sources are others than last time or it is asked for. */
export function buildApplication({ before = () => undefined, always = false } = {}) {
  generateClient();
  if (always) rmSync(BUILD_STAMP, { force: true });
  const make = () => {
    before();
    runOrThrow([NEXT, 'build'], 'next build', { NODE_ENV: 'production' });
  };
  makeIfChanged({ stamp: BUILD_STAMP, inputs: SOURCES, product: '.next/BUILD_ID', make });
}

/** Bundles worker/main.ts; a tenth of a second, so it is done each time. */
export async function bundleWorker() {
  const { build } = await import('esbuild');
  const settings = { bundle: true, platform: 'node', format: 'esm', target: 'node24', packages: 'external', sourcemap: true };
  await build({ ...settings, entryPoints: ['worker/main.ts'], outfile: 'dist/worker.js', logLevel: 'error' });
}

function makeIfChanged({ stamp, inputs, product, make }) {
  const fingerprint = fingerprintOf(inputs);
  if (existsSync(product) && existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint) return;
  make();
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, fingerprint);
}

function runOrThrow(args, name, env = {}) {
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, args, { env: { ...process.env, ...env }, encoding: 'utf8' });
  if (signal || status === INTERRUPTED) throw new Error(`${name} was interrupted.`);
  if (status !== 0) throw new Error(`${name} failed:\n${stdout}\n${stderr}`.trim());
}
