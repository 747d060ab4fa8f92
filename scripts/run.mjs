/** Behind `npm run dev|build|start|worker|sandbox|bench|mutants|simulate|chaos|fuzz|storm`: brings Node and packages, then runs the thing. */
import { existsSync, readFileSync } from 'node:fs';
import { bootstrap } from './bootstrap/bootstrap.mjs';
import { buildApplication, bundleWorker, generateClient, NEXT } from './stack/build.mjs';
import { provideDatabase } from './stack/database.mjs';
import { createSupervisor } from './stack/supervisor.mjs';

const COMMANDS = { dev, build, start, worker, sandbox, bench, mutants, simulate, chaos, fuzz, storm };

const [name, ...rest] = process.argv.slice(2);
const command = Object.hasOwn(COMMANDS, name ?? '') ? COMMANDS[name] : undefined;
if (!command) {
  console.error(`Usage: node scripts/run.mjs ${Object.keys(COMMANDS).join('|')} [options]`);
  process.exit(1);
}
await bootstrap();
// As Next does; what stands in the environment already counts for more.
if (existsSync('.env')) process.loadEnvFile('.env');
const supervisor = createSupervisor();
await command().catch(supervisor.fail);

async function dev() {
  generateClient();
  await becomeWithDatabase({ name: 'next dev', args: [NEXT, 'dev', ...rest] });
}

async function build() {
  buildApplication({ always: true, before: () => console.log('Building the app') });
  if (existsSync('worker/main.ts')) await bundleWorker();
  console.log('Built: .next and dist');
}

async function start() {
  buildApplication({ before: () => console.log('The sources have changed since the last build; building.') });
  await becomeWithDatabase({ name: 'next start', args: [NEXT, 'start', ...rest], env: { NODE_ENV: 'production' } });
}

async function worker() {
  generateClient();
  await bundleWorker();
  // By itself Node lets rubbish pile up to several times of what is in use before it clears it away; `--optimize-for-size`
  // clears it away so often that updates cost a third more of the processor. docs/operating.md has the figures.
  // They stand in a file, so that chaos and benchmarks strike and measure the same process.
  const flags = JSON.parse(readFileSync('worker/node-flags.json', 'utf8'));
  const args = [...flags, 'dist/worker.js', ...rest];
  await becomeWithDatabase({ name: 'worker', args, env: { NODE_ENV: 'production' } });
}

async function sandbox() {
  supervisor.become({ name: 'sandbox', args: ['--import', 'tsx', 'sandbox/main.ts', ...rest] });
}

async function bench() {
  // These parts run the worker alone.
  if (['catalogue', 'ambiguous'].some((part) => rest.includes(part)) && !rest.includes('app')) generateClient();
  else buildApplication({ before: () => console.log('Building the app') });
  supervisor.become({ name: 'bench', args: ['--import', 'tsx', 'bench/main.ts', ...rest] });
}

async function mutants() {
  generateClient();
  supervisor.become({ name: 'mutants', args: ['scripts/mutants.mjs', ...rest] });
}

async function simulate() {
  generateClient();
  const [part, ...others] = rest[0] === 'bugs' ? ['simulate/bugs/main.ts', ...rest.slice(1)] : ['simulate/main.ts', ...rest];
  supervisor.become({ name: 'simulate', args: ['--import', 'tsx', part, ...others] });
}

async function chaos() {
  generateClient();
  await bundleWorker();
  supervisor.become({ name: 'chaos', args: ['--import', 'tsx', 'chaos/main.ts', ...rest] });
}

async function fuzz() {
  generateClient();
  // Memory is measured after a collection, which only this option lets a program ask for.
  supervisor.become({ name: 'fuzz', args: ['--expose-gc', '--import', 'tsx', 'fuzz/main.ts', ...rest] });
}

async function storm() {
  generateClient();
  supervisor.become({ name: 'storm', args: ['--import', 'tsx', 'storm/main.ts', ...rest] });
}

async function becomeWithDatabase({ env, ...options }) {
  const { url, applied } = await provideDatabase(supervisor);
  for (const migration of applied) console.log(`Applied migration ${migration}`);
  supervisor.become({ ...options, env: { ...env, DATABASE_URL: url } });
}
