import { existsSync } from 'node:fs';
import os from 'node:os';
import { EXCHANGES, OPENAPI_FOLDER } from '../stack/exchanges.mjs';
import { buildApplication, bundleWorker, generateClient, NEXT } from '../stack/build.mjs';
import { findBrowser } from './find-browser.mjs';
import { forgetReport, playwrightCounts, simulationCounts, vitestCounts } from './read-counts.mjs';
import { runTool } from './run-tool.mjs';

const UNIT_REPORT = 'test-results/unit.json';
const SIMULATION_REPORT = 'test-results/simulation.json';
/** In memory enough for a schedule with each kind of accident, and some on a real PostgreSQL; `npm run simulate` plays as many as are asked for. */
const SCHEDULES = { memory: 300, postgres: 24 };
const E2E_REPORT = 'test-results/e2e.json';
const FENCED = ['app', 'components', 'lib', 'worker', 'sandbox', 'simulate', 'e2e', 'bench', 'chaos', 'fuzz', 'storm', 'scripts', 'instrumentation.ts'];

const tool = (...args) => async () => {
  if ((await runTool(args)) !== 0) throw new Error('failed');
};

/** What `npm test` does, in this order. A step throws when it fails; one that runs tests answers how many. */
export const STEPS = [
  { name: 'lockfile', title: 'The lockfile serves every system', run: tool('scripts/check-lockfile.mjs') },
  { name: 'generate', title: "Prisma's client and Next's types are made", run: generate },
  { name: 'lint', title: 'Lint', run: tool('node_modules/eslint/bin/eslint.js', '.', '--max-warnings=0') },
  { name: 'types', title: 'Types', run: tool('node_modules/typescript/bin/tsc', '--noEmit') },
  { name: 'fences', title: 'Fences: who may import whom', run: fences },
  { name: 'unused', title: 'Nothing is unused', run: tool('node_modules/knip/bin/knip.js') },
  { name: 'unit', title: 'Unit and database tests', run: unit },
  { name: 'simulate', title: 'Schedules of traffic and accidents, drawn from a seed', run: simulate },
  { name: 'build', title: 'Build', run: build },
  { name: 'e2e', title: 'End-to-end tests in a browser', needs: 'build', run: endToEnd },
  ...contract(),
];

/** What the app really sent, and was answered, in the end-to-end tests. */
function contract() {
  const title = 'Every call of the app to BigCommerce is as its OpenAPI files say';
  if (!existsSync(OPENAPI_FOLDER)) return [{ name: 'contract', title: `${title} (not checked: the files are not beside this project)`, run: async () => ({ passed: 0, failed: 0, skipped: 1 }) }];
  return [{ name: 'contract', title, needs: 'e2e', run: tool('--import', 'tsx', 'sandbox/check-exchanges.ts', EXCHANGES) }];
}

async function generate() {
  generateClient();
  await tool(NEXT, 'typegen')();
}

async function fences() {
  const folders = FENCED.filter((place) => existsSync(place));
  await tool('node_modules/dependency-cruiser/bin/dependency-cruise.mjs', '--config', '.dependency-cruiser.cjs', ...folders)();
}

async function unit() {
  forgetReport(UNIT_REPORT);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${UNIT_REPORT}`];
  await runTool(['node_modules/vitest/vitest.mjs', 'run', ...reporters]);
  return vitestCounts(UNIT_REPORT);
}

async function simulate() {
  const all = { passed: 0, failed: 0, skipped: 0 };
  for (const [database, runs] of Object.entries(SCHEDULES)) {
    forgetReport(SIMULATION_REPORT);
    await runTool(['--import', 'tsx', 'simulate/main.ts', '--database', database, '--runs', runs, '--processes', os.availableParallelism(), '--report', SIMULATION_REPORT].map(String));
    const { passed, failed } = simulationCounts(SIMULATION_REPORT);
    all.passed += passed;
    all.failed += failed;
  }
  return all;
}

async function build() {
  buildApplication({ always: true });
  await bundleWorker();
}

async function endToEnd() {
  const browser = await findBrowser();
  console.log(`Browser: ${browser.path} (${browser.source})`);
  forgetReport(E2E_REPORT);
  await runTool(['node_modules/@playwright/test/cli.js', 'test'], { PLAYWRIGHT_CHROMIUM_PATH: browser.path, PLAYWRIGHT_JSON_OUTPUT_FILE: E2E_REPORT });
  return playwrightCounts(E2E_REPORT);
}
