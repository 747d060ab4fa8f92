import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const CONFIG = path.resolve('.dependency-cruiser.cjs');
const CRUISER = path.resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

/** One import that each rule forbids: rule, file, what the file imports. */
const FORBIDDEN: [rule: string, from: string, to: string][] = [
  ['domain-sees-domain', 'lib/domain/a1.ts', 'lib/engine/target.ts'],
  ['engine-sees-domain', 'lib/engine/a2.ts', 'lib/adapters/hike/target.ts'],
  ['adapters-see-ports-and-domain', 'lib/adapters/hike/a3.ts', 'lib/engine/jobs/target.ts'],
  ['adapter-tests-see-the-engines-batteries', 'lib/adapters/hike/a4.test.ts', 'lib/engine/jobs/target.ts'],
  ['composition-stays-below-the-edge', 'lib/composition.ts', 'lib/web/target.ts'],
  ['web-sees-composition', 'lib/web/a5.ts', 'components/target.tsx'],
  ['env-and-logger-stand-at-the-bottom', 'lib/logger.ts', 'lib/engine/jobs/target.ts'],
  ['components-see-domain-alone', 'components/orders/a6.tsx', 'lib/engine/target.ts'],
  ['the-worker-sees-composition-and-queue', 'worker/a7.ts', 'lib/adapters/hike/target.ts'],
  ['the-simulation-drives-both-sides', 'simulate/a27.ts', 'app/target.ts'],
  ['the-sandbox-stands-outside', 'sandbox/a8.ts', 'lib/domain/target.ts'],
  ['end-to-end-tests-speak-http', 'e2e/a9.spec.ts', 'lib/domain/target.ts'],
  ['benchmarks-speak-http', 'bench/a10.ts', 'sandbox/target.ts'],
  ['the-bench-worker-is-the-app', 'bench/catalogue-worker.ts', 'lib/engine/jobs/target.ts'],
  ['chaos-speaks-http', 'chaos/a25.ts', 'lib/domain/target.ts'],
  ['the-front-of-chaos-is-the-app', 'chaos/front.ts', 'lib/engine/jobs/target.ts'],
  ['fuzzing-drives-the-app-from-its-edge-down', 'fuzz/a26.ts', 'components/target.tsx'],
  ['the-storm-drives-the-app-from-its-route-down', 'storm/a28.ts', 'sandbox/target.ts'],
  ['scripts-see-the-database-alone', 'scripts/a11.ts', 'lib/domain/target.ts'],
  ['only-composition-sees-adapters', 'app/a12.ts', 'lib/adapters/hike/target.ts'],
  ['nothing-imports-the-sandbox', 'app/a13.ts', 'sandbox/target.ts'],
  ['nothing-imports-the-edge', 'lib/web/a14.ts', 'app/target.ts'],
  ['prisma-stays-in-the-database-adapter', 'lib/composition/a15.ts', 'lib/generated/prisma/client.ts'],
  ['pg-boss-stays-in-the-queue-adapter', 'worker/a16.ts', 'pg-boss'],
  ['adapters-do-not-see-each-other', 'lib/adapters/hike/a17.ts', 'lib/adapters/bigcommerce/target.ts'],
  ['domain-and-engine-know-no-vendor', 'lib/engine/a18.ts', 'jose'],
  ['domain-and-engine-touch-no-machine', 'lib/domain/a19.ts', 'node:fs'],
  ['product-code-imports-no-test-code', 'lib/engine/a20.ts', 'lib/engine/testing/target.ts'],
  ['product-code-needs-no-development-package', 'app/a21.ts', 'hono'],
  ['no-cycles', 'lib/domain/a22.ts', 'lib/domain/a23.ts'],
  ['what-is-imported-exists', 'lib/domain/a24.ts', 'lib/domain/missing.ts'],
];

const ALLOWED: [from: string, to: string][] = [
  ['lib/engine/b1.ts', 'lib/domain/target.ts'],
  ['lib/adapters/hike/b2.ts', 'lib/engine/ports/target.ts'],
  ['lib/adapters/hike/b3.ts', 'lib/adapters/http/target.ts'],
  ['lib/adapters/hike/b4.test.ts', 'lib/engine/testing/target.ts'],
  ['lib/composition/b5.ts', 'lib/adapters/hike/target.ts'],
  ['lib/web/b6.ts', 'lib/composition/target.ts'],
  ['components/b7.tsx', 'lib/domain/target.ts'],
  ['app/b8.tsx', 'components/target.tsx'],
  ['simulate/b12.ts', 'sandbox/target.ts'],
  ['worker/b9.ts', 'lib/adapters/queue/target.ts'],
  ['fuzz/b13.ts', 'lib/adapters/hike/target.ts'],
  ['storm/b14.ts', 'lib/web/target.ts'],
  ['lib/domain/b10.ts', 'big.js'],
  ['lib/adapters/database/b11.ts', 'lib/generated/prisma/client.ts'],
  ['lib/create-vendors.ts', 'lib/adapters/hike/target.ts'],
  ['chaos/b13.ts', 'lib/composition/testing/sandbox-environment.ts'],
];

interface Cruise {
  modules: { source: string }[];
  summary: { violations: { from: string; rule: { name: string } }[] };
}

let tree: string;
let cruise: Cruise;

beforeAll(async () => {
  tree = await mkdtemp(path.join(tmpdir(), 'fences-'));
  await symlink(path.resolve('node_modules'), path.join(tree, 'node_modules'));
  for (const file of ['package.json', 'tsconfig.json']) await cp(file, path.join(tree, file));
  const pairs = [...FORBIDDEN.map(([, from, to]) => [from, to] as const), ...ALLOWED];
  for (const [, to] of pairs) if (isOurs(to) && !to.includes('missing')) await write(to, 'export {};');
  for (const [from, to] of pairs) await write(from, `import '${isOurs(to) ? relative(from, to) : to}';`);
  await write('components/only-a-type.tsx', "import type { Target } from '../lib/engine/target.ts';\nexport const target: Target = 1;");
  await write('lib/domain/a23.ts', "import './a22.ts';");
  cruise = await run();
});

afterAll(() => rm(tree, { recursive: true }));

const isOurs = (to: string) => to.includes('/') && !to.startsWith('@');

function relative(from: string, to: string): string {
  const way = path.posix.relative(path.posix.dirname(from), to);
  return way.startsWith('.') ? way : `./${way}`;
}

async function write(file: string, content: string): Promise<void> {
  await mkdir(path.dirname(path.join(tree, file)), { recursive: true });
  await writeFile(path.join(tree, file), `${content}\n`);
}

async function run(): Promise<Cruise> {
  const folders = ['app', 'components', 'lib', 'worker', 'sandbox', 'simulate', 'e2e', 'bench', 'chaos', 'fuzz', 'storm', 'scripts'];
  const args = [CRUISER, '--config', CONFIG, '--no-cache', '--output-type', 'json', ...folders];
  // It exits with the number of violations; what it found is on standard output all the same.
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: tree, maxBuffer: 1e8 }).catch((error: { stdout: string }) => error);
  return JSON.parse(stdout) as Cruise;
}

const rulesBrokenBy = (file: string) => cruise.summary.violations.filter(({ from }) => from === file).map(({ rule }) => rule.name);

describe('the fences', () => {
  it.each(FORBIDDEN)('%s: %s may not import %s', (rule, from) => {
    expect(rulesBrokenBy(from)).toContain(rule);
  });

  it.each(ALLOWED)('%s may import %s', (from) => {
    expect(cruise.modules.map(({ source }) => source)).toContain(from);
    expect(rulesBrokenBy(from)).toEqual([]);
  });

  it('are each shown failing here', () => {
    const { forbidden } = createRequire(import.meta.url)(CONFIG) as { forbidden: { name: string; severity: string }[] };
    expect(forbidden.map(({ name }) => name).sort()).toEqual(FORBIDDEN.map(([rule]) => rule).sort());
    expect(new Set(forbidden.map(({ severity }) => severity))).toEqual(new Set(['error']));
  });

  it('hold for the import of a type alone', () => {
    expect(rulesBrokenBy('components/only-a-type.tsx')).toContain('components-see-domain-alone');
  });
});
